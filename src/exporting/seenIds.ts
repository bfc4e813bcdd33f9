/** Which ids have been told already. */
export class SeenIds {
  readonly #ids = new Set<string>();

  /** Those of the ids that are new, each once; from now on they are told. */
  takeNew(ids: readonly string[]): string[] {
    const takeNew = [...new Set(ids)].filter((id) => !this.#ids.has(id));
    for (const id of takeNew) this.#ids.add(id);
    return takeNew;
  }
}

/** Which ids have been told already. */
export class OnceEach {
  readonly #ids = new Set<string>();

  /** Those of the ids that are new, each once; from now on they are told. */
  news(ids: readonly string[]): string[] {
    const news = [...new Set(ids)].filter((id) => !this.#ids.has(id));
    for (const id of news) this.#ids.add(id);
    return news;
  }
}

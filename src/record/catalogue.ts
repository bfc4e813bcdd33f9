import type { Draft } from './draft.ts';
import type { EntityRecord } from './entity.ts';
import type { EventRecord } from './event.ts';
import { type Fault, faultAt, type Path, type Wording } from './fault.ts';
import { nearest } from './nearest.ts';
import type { SourceRecord } from './source.ts';

/** The records to which others can refer. */
export interface Catalogues {
  readonly entities: Catalogue<Draft<EntityRecord>>;
  readonly sources: Catalogue<Draft<SourceRecord>>;
  readonly events: Catalogue<Draft<EventRecord>>;
}

/** Records of one kind, by id. */
export class Catalogue<D extends Draft<{ readonly id: string }>> {
  readonly #first = new Map<string, D>();
  readonly #repeated = new Set<string>();
  readonly #elsewhere = new Map<string, D>();
  readonly #isComplete: boolean;
  readonly #faultyIds: readonly string[];
  #suggestions: number;

  constructor(
    /** The name of their kind. */
    readonly noun: string,
    {
      isComplete = true,
      faultyIds = [],
      suggestions = Infinity,
    }: {
      /** False if there are records that it cannot know. */
      readonly isComplete?: boolean;
      /** Ids in no valid form. A reference to a missing id may mean one of them. */
      readonly faultyIds?: readonly string[];
      /** The number of missing ids for which it looks for one alike. Each search reads all ids. */
      readonly suggestions?: number;
    } = {},
  ) {
    this.#isComplete = isComplete;
    this.#faultyIds = faultyIds;
    this.#suggestions = suggestions;
  }

  /** Adds a record whose id is sound. */
  add(draft: D): void {
    const { id } = draft.record;
    if (id === undefined) return;
    if (this.#first.has(id)) this.#repeated.add(id);
    else this.#first.set(id, draft);
  }

  /** Adds a record that was declared elsewhere. The one of its id that is declared here counts more. */
  addFromElsewhere(draft: D): void {
    const { id } = draft.record;
    if (id !== undefined) this.#elsewhere.set(id, draft);
  }

  /** The first of that id that is declared here. */
  first(id: string): D | undefined {
    return this.#first.get(id);
  }

  /** The only one of that id; none if it is given twice. */
  find(id: string): D | undefined {
    return this.#repeated.has(id) ? undefined : (this.#first.get(id) ?? this.#elsewhere.get(id));
  }

  /** Whether the id is missing among them, as far as they could be read. */
  lacks(id: string): boolean {
    const isThere = this.#first.has(id) || this.#elsewhere.has(id);
    return this.#isComplete && !isThere && nearest(bare(id), this.#faultyIds) === undefined;
  }

  /** The fault of the reference at that path to an id that is missing. */
  faultOfMissing(id: string, path: Path, wording: Wording): Fault {
    const { message, fix } = wording.missing(this.noun, id);
    const alike = this.#alike(id);
    return faultAt(
      path,
      message,
      alike === undefined ? fix : `Did you mean \`${wording.id(alike)}\`? ${fix}`,
    );
  }

  #alike(id: string): string | undefined {
    if (this.#suggestions <= 0) return undefined;
    this.#suggestions -= 1;
    const prefix = id.slice(0, id.length - bare(id).length);
    const found = nearest(bare(id), Array.from(this.#first.keys(), bare));
    return found === undefined ? undefined : `${prefix}${found}`;
  }
}

/** The id without the prefix that all of its kind have. */
function bare(id: string): string {
  return id.slice(id.indexOf(':') + 1);
}

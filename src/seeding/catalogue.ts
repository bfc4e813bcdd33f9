import type { SeedFault } from './fault.ts';
import { having, type Item } from './item.ts';
import { nearest, suggest } from '../record/nearest.ts';
import type { Path } from '../record/fault.ts';

/** The items of one kind, to be found by their ids. */
export class Catalogue<T extends { readonly id: string }> {
  private readonly byId = new Map<string, Item<T>[]>();
  /** Ids that have not the form of one: others may mean them by what is otherwise unknown. */
  private readonly faultyIds: string[] = [];
  private readonly complete: boolean;

  constructor(
    /** What one of them is called. */
    readonly noun: string,
    readonly items: readonly Item<T>[],
    allRead: boolean,
  ) {
    for (const item of items) {
      const id: unknown = item.value.id;
      if (typeof id !== 'string') continue;
      this.byId.set(id, [...(this.byId.get(id) ?? []), item]);
      if (!item.isSound('id')) this.faultyIds.push(id);
    }
    this.complete = allRead && items.every(({ value }) => typeof value.id === 'string');
  }

  /** The first of that id. */
  first(id: string): Item<T> | undefined {
    return this.byId.get(id)?.[0];
  }

  /** The only one of that id; none if it is given twice. Its fields may be faulty: ask `isSound`. */
  find(id: string): Item<T> | undefined {
    const found = this.byId.get(id) ?? [];
    return found.length === 1 ? found[0] : undefined;
  }

  having<K extends keyof T & string>(...fields: readonly K[]): readonly Item<Pick<T, K>>[] {
    return having(this.items, ...fields);
  }

  /** Whether the id is missing among them, as far as they could be read. */
  lacks(id: string): boolean {
    return this.complete && !this.byId.has(id) && nearest(id, this.faultyIds) === undefined;
  }

  /** The fault of naming, at that path of an item, what is not there; none if it is. */
  faultsOfUnknown(id: string, referrer: Item<object>, path: Path): SeedFault[] {
    if (!this.lacks(id)) return [];
    const fix = suggest(id, this.byId.keys(), `Name one that exists, or add the ${this.noun}.`);
    return [referrer.faultAt(path, `there is no ${this.noun} \`${id}\``, fix)];
  }
}

import type { EntityRecord } from '../../record/entity.ts';
import { ftmAuthority, ftmEntry, ftmNamedProgram, ftmProgram } from './ftmEntity.ts';
import type { FtmRow } from './ftmRow.ts';
import { hashOf } from '../texts.ts';

/** The authorities of a sanction, which have no rows of their own. */
export function authoritiesOf(row: FtmRow): EntityRecord[] {
  const countries = row.all('country');
  return row.all('authority').map((name) => ftmAuthority(name, countries));
}

/**
 * The lists of a sanction: its programmes. If another sanction has the same authority, target and programme, it is an
 * entry of its own in the list, so that the end of one ends no other. So is a sanction without a programme, if there is
 * any other of the same authority and target: what names no list would concern the other's.
 * @returns also the programmes that the entries are part of
 */
export function listsOf(
  row: FtmRow,
  shared: ReadonlySet<string>,
): { lists: EntityRecord[]; programs: EntityRecord[] } {
  const programs = programsOf(row);
  const isShared = (list: EntityRecord | null) => keysOf(row, list).some((key) => shared.has(key));
  const lists = programs.map((program) =>
    isShared(program) ? ftmEntry(program, row.id, program.id) : program,
  );
  const [authority] = authoritiesOf(row);
  const isAlone = programs.length > 0 || authority === undefined || !isShared(null);
  return { programs, lists: isAlone ? lists : [ftmEntry(authority, row.id, null)] };
}

/** Finds what several sanctions have in common. */
export class SharedLists {
  /** The keys of what more than one sanction has. */
  readonly keys = new Set<string>();
  readonly #firsts = new Map<string, string>();

  /** A sanction that several files hold is one. */
  add(row: FtmRow): void {
    for (const key of [null, ...programsOf(row)].flatMap((list) => keysOf(row, list))) {
      const first = this.#firsts.get(key);
      if (first === undefined) this.#firsts.set(key, row.id);
      else if (first !== row.id) this.keys.add(key);
    }
  }
}

/** Each programme is a list: by its id, or else by its name. */
function programsOf(row: FtmRow): EntityRecord[] {
  const ids = row.all('programId');
  return ids.length > 0 ? ids.map(ftmProgram) : row.all('program').map(ftmNamedProgram);
}

/** A key for each target and authority on the list; `null` for any list. Keys are short, because a file has many. */
function keysOf(row: FtmRow, list: EntityRecord | null): string[] {
  return row
    .all('entity')
    .flatMap((target) =>
      authoritiesOf(row).map((authority) => hashOf(JSON.stringify([target, authority.id, list?.id ?? null]))),
    );
}

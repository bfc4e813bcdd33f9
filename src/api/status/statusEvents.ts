import { declarationOf, EVENT_TYPE_NAMES } from '../../ontology/lookups.ts';
import type { Regime } from '../../ontology/regimes.ts';
import type { Role } from '../../ontology/roles.ts';
import { type EventRow, type ParticipantRow, reportColumns } from '../../queries/columns.ts';
import { type RegimeEventRow, regimeEvents } from '../../queries/regimeEvents.ts';
import type { RegimeEvent } from '../../reasoning/status/regimeEvent.ts';
import { ANNOUNCING_TYPES } from '../../reasoning/status/regimeTypes.ts';
import type { Context } from '../context.ts';
import { type KnownArguments, sourceCounts } from '../knownArguments.ts';

/** Of whom and what a status is asked. */
export interface StatusSubject {
  readonly subject: string;
  readonly authority: string;
  readonly regime: Regime;
  /** Only what concerns this list; `null` for whatever list. */
  readonly list: string | null;
}

export type AnyAuthority = Omit<StatusSubject, 'authority'>;

/** Every event that any status of the subject can follow from. */
export async function statusRows(context: Context, subject: string): Promise<RegimeEventRow[]> {
  const types = EVENT_TYPE_NAMES.filter((type) => declarationOf(type).status !== undefined);
  const statement = (owners: readonly string[]) => regimeEvents(owners, types, ANNOUNCING_TYPES);
  return await context.readFor(['regimeEvents'], subject, statement, ({ owner }) => owner);
}

/** Those of the rows that bear on one status, each with the reports that counted by what was known. */
export function statusEvents(
  rows: readonly EventRow[],
  asked: StatusSubject,
  known: KnownArguments,
): RegimeEvent[] {
  return rows.flatMap((row) => {
    const part = partFor(row, asked);
    if (part === null) return [];
    const isGeneral = part.authorities.size === 0;
    if (!isGeneral && !part.authorities.has(asked.authority)) return [];
    const reports = (row.reports ?? []).filter(([source]) => sourceCounts(source, known)).map(reportColumns);
    return reports.length === 0
      ? []
      : [{ id: row.id, type: row.type, intends: row.intends, isGeneral, reports }];
  });
}

/** The authorities, as those who act or for whom others act, of which some status of the subject can follow. */
export function authoritiesOf(rows: readonly EventRow[], asked: AnyAuthority): string[] {
  return [...new Set(rows.flatMap((row) => [...(partFor(row, asked)?.principals ?? [])]))].sort();
}

/** What is said of the subject and of nobody in particular, by sources that counted. */
export function generalRows(
  rows: readonly EventRow[],
  asked: AnyAuthority,
  known: KnownArguments,
): EventRow[] {
  const general = new Set(statusEvents(rows, { ...asked, authority: '' }, known).map(({ id }) => id));
  return rows.filter(({ id }) => general.has(id));
}

/** The regimes of which some status of the subject can follow. */
export function regimesOf(rows: readonly EventRow[], subject: string): Regime[] {
  const parts = rows.map(partIn).filter((part) => part?.subjects.has(subject));
  return [...new Set(parts.flatMap((part) => part?.regime ?? []))].sort();
}

/** The parts in the row's regime, if it is the one asked about and the subject and list are too. */
function partFor(row: EventRow, { subject, regime, list }: AnyAuthority): RegimePart | null {
  const part = partIn(row);
  const isAsked =
    part?.regime === regime && part.subjects.has(subject) && (list === null || part.lists.has(list));
  return isAsked ? part : null;
}

/** Who holds which part in the regime that the event, or the act that it announces, belongs to. */
interface RegimePart {
  readonly regime: Regime;
  readonly subjects: ReadonlySet<string>;
  readonly authorities: ReadonlySet<string>;
  /** The authorities without those who only act for them. */
  readonly principals: ReadonlySet<string>;
  readonly lists: ReadonlySet<string>;
}

function partIn({ type, intends, participants = [] }: EventRow): RegimePart | null {
  const { status } = declarationOf(
    declarationOf(type).status === undefined && intends !== null ? intends : type,
  );
  if (status === undefined) return null;
  const inRole = (role: Role): readonly ParticipantRow[] =>
    participants.filter(([one, , , named]) => named && one === role);
  const authorities = inRole(status.authority);
  return {
    regime: status.regime,
    subjects: idsOf(inRole(status.subject)),
    authorities: idsOf(authorities),
    principals: new Set(authorities.map(([, entity, onBehalfOf]) => (onBehalfOf ?? entity)[0])),
    lists: idsOf(inRole('LIST')),
  };
}

/** Those who take part, and those for whom they act. */
function idsOf(rows: readonly ParticipantRow[]): Set<string> {
  return new Set(
    rows.flatMap(([, entity, onBehalfOf]) =>
      onBehalfOf === null ? [entity[0]] : [entity[0], onBehalfOf[0]],
    ),
  );
}

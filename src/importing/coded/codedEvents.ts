import { EVENT, type EventRecord } from '../../record/event.ts';
import { isSymmetric } from '../../ontology/lookups.ts';
import { intendedBy, participantsOf, rowReport } from './codedAct.ts';
import type { CodedRow } from './codedRow.ts';
import { distinctById } from '../rows/rowResult.ts';
import type { ImportInput, ImportPart } from '../importer.ts';
import type { RowFault, RowPlace } from '../rows/fault.ts';
import { summaryOf } from './summaryOf.ts';
import { typeOfCode, type CodedType } from './typeOfCode.ts';

/** A part of an import, without its place in the file. */
export type CodedEvents = Omit<ImportPart, 'rows' | 'end'>;

export interface Coding extends Pick<ImportInput, 'dataset' | 'asIs'> {
  /** The scheme of the rows' keys in reports: `icews14:4711`. */
  readonly scheme: string;
}

/**
 * The events and reports of the rows of one day. Each row makes one report, unless it is skipped or faulty.
 * *One event, several reports*: rows of the same two entities with the same code are one event if the code is of a
 * symmetric type (a meeting, an agreement, a fight), in whichever direction and from whichever story. A visit paid
 * (042) and the same visit received (043 in the other direction) count as the same code, and the event is the visit
 * paid. Mutual visits are two events. All other rows are one event each, even if they are equal: nothing shows whether
 * one act was reported twice or two acts once.
 * An event has the id of the lowest key among its rows, so the order of the rows does not matter.
 */
export function codedEvents(rows: readonly CodedRow[], coding: Coding): CodedEvents {
  const { own, faults } = withoutRepeatedKeys(rows);
  const kept = own.filter(({ agent, target }) => agent.id !== target.id);
  const groups = new Map<string, Typed[]>();
  for (const row of kept) {
    const typed = coding.asIs ? { row, type: 'CODED' as const } : typedRow(row);
    const id = sameEvent(typed);
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [typed]);
    else group.push(typed);
  }
  const selfish = own.length - kept.length;
  return {
    entities: distinctById(kept.flatMap(({ agent, target }) => [agent, target])),
    sources: distinctById(kept.map(({ source }) => source)),
    events: [...groups.values()].map((group) => eventOf(group, coding)),
    merged: kept.length - groups.size,
    skipped: selfish === 0 ? {} : { [TO_ITSELF]: selfish },
    faults,
  };
}

const TO_ITSELF = 'an entity acts toward itself';

interface Typed extends CodedType {
  readonly row: CodedRow;
}

function typedRow(row: CodedRow): Typed {
  return { row, ...typeOfCode('cameo', row.code, [row.agent.kind], [row.target.kind]) };
}

function withoutRepeatedKeys(rows: readonly CodedRow[]): { own: CodedRow[]; faults: RowFault[] } {
  const first = new Map<string, CodedRow>();
  const faults: RowFault[] = [];
  const own = rows.filter((row) => {
    const other = first.get(row.key);
    if (other === undefined) first.set(row.key, row);
    else
      faults.push({
        ...row.place,
        column: null,
        message: `${placeIn(row.place.file, other.place)} has its key ${row.key} already`,
      });
    return other === undefined;
  });
  return { own, faults };
}

function placeIn(file: string, place: RowPlace): string {
  return `line ${place.line}${place.file === file ? '' : ` of ${place.file}`}`;
}

const VISIT_PAID = '042';
const VISIT_RECEIVED = '043';

/** Equal for rows that are one event. */
function sameEvent({ row: { key, code, agent, target }, type }: Typed): string {
  if (!isSymmetric(type)) return key;
  if (code === VISIT_PAID) return `${VISIT_PAID} ${agent.id} ${target.id}`;
  if (code === VISIT_RECEIVED) return `${VISIT_PAID} ${target.id} ${agent.id}`;
  return [code, ...[agent.id, target.id].sort()].join(' ');
}

function eventOf(group: readonly Typed[], { dataset, scheme }: Coding): EventRecord {
  const [lowest, ...others] = [...group].sort((a, b) => inOrderOfKeys(a.row.key, b.row.key));
  if (lowest === undefined) throw new Error('No event is without a row.');
  const ordered = [lowest, ...others];
  const { row, type, closeness } = ordered.find((each) => each.row.code === VISIT_PAID) ?? lowest;
  const { code, text, agent, target } = row;
  return {
    ...EVENT.empty,
    id: `event:${dataset}-${lowest.row.key}`,
    type,
    summary: summaryOf({ type, code, text, agent: agent.name, target: target.name }),
    intends: intendedBy(type, code),
    cameo: code,
    ...(closeness === undefined ? {} : { closeness }),
    places: [...new Set(ordered.flatMap((each) => each.row.places))],
    participants: participantsOf(type, agent.id, target.id),
    reports: ordered.map((each) => {
      const { source, day, locator, key } = each.row;
      return rowReport({ source: source.id, date: day, locator, key: `${scheme}:${key}` });
    }),
  };
}

/** Keys are digits, some with the day behind them: the shorter key is the lower. */
function inOrderOfKeys(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}

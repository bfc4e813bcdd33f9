import type { EntityRecord } from '../../record/entity.ts';
import type { EventRecord } from '../../record/event.ts';
import type { Participation } from '../../record/participation.ts';
import { ftmAuthority, ftmProgram } from './ftmEntity.ts';
import type { FtmReferences } from './ftmReferences.ts';
import type { FtmRow } from './ftmRow.ts';
import {
  endingSource,
  firstSeen,
  openingSource,
  reportOf,
  stanceOn,
  type FtmStatement,
} from './ftmSource.ts';
import type { RowResult } from '../rows/rowResult.ts';
import { truncateText, slugOf } from '../texts.ts';

/**
 * A sanction: each of its authorities designates each of its targets that the file contains, on the programme that it
 * names. It begins at its first start; without one, on its first listing day; without either, on the day on which the
 * collection first had it, or before. The last end of a sanction revokes it.
 */
export function readSanction(statement: FtmStatement, references: FtmReferences, dataset: string): RowResult {
  const { row } = statement;
  const targets = row.all('entity').flatMap((id) => references.entities.get(id) ?? []);
  if (targets.length === 0) return { skipped: 'Sanction without a person or organization in the files' };
  const countries = row.all('country');
  const authorities = row.all('authority').map((name) => ftmAuthority(name, countries));
  if (authorities.length === 0) return { skipped: 'Sanction without an authority' };
  const programs = row.all('programId').map(ftmProgram);
  const lists = programs.length === 1 ? programs : [];
  const sides = { authorities, targets, lists };
  const opening = openingOf(statement, sides, dataset);
  const ending = endingOf(statement, sides, dataset);
  return {
    entities: [...authorities, ...targets, ...lists],
    sources: [opening.source, ...(ending === null ? [] : [ending.source])],
    events: [opening.event, ...(ending === null ? [] : [ending.event])],
  };
}

interface Sides {
  readonly authorities: readonly EntityRecord[];
  readonly targets: readonly EntityRecord[];
  readonly lists: readonly EntityRecord[];
}

function openingOf(statement: FtmStatement, sides: Sides, dataset: string) {
  const { row } = statement;
  const starts = row.dates('startDate');
  const dates = starts.length > 0 ? starts : row.dates('listingDate');
  const date = dates[0] ?? `[..${firstSeen(statement)}]`;
  const wording = dates.length === 1 ? null : dates.join(', ') || 'no date';
  const summary = `${namesOf(sides.authorities)} ${sides.authorities.length === 1 ? 'puts' : 'put'} ${namesOf(sides.targets)} under sanctions${programIn(row)}.`;
  const source = openingSource(statement, titleOf(sides), namesOf(sides.authorities));
  const report = reportOf(row, source, date, wording, stanceOn(date, statement));
  const event = eventOf('DESIGNATED', `event:${dataset}-${slugOf(row.id, '-')}`, summary, sides);
  return { source, event: { ...event, reports: [report] } };
}

function endingOf(statement: FtmStatement, sides: Sides, dataset: string) {
  const { row } = statement;
  const dates = row.dates('endDate');
  const date = dates.at(-1);
  if (date === undefined) return null;
  const id = `event:${dataset}-${slugOf(row.id, '-')}`;
  const summary = `The sanctions of ${namesOf(sides.authorities)} on ${namesOf(sides.targets)} end${programIn(row)}.`;
  const source = endingSource(statement, date, `${titleOf(sides)}: end`, namesOf(sides.authorities));
  const wording = dates.length === 1 ? null : dates.join(', ');
  const report = reportOf(row, source, date, wording, stanceOn(date, statement));
  const event = { ...eventOf('DELISTED', `${id}-end`, summary, sides), follows: [id] };
  return { source, event: { ...event, reports: [report] } };
}

function eventOf(
  type: 'DESIGNATED' | 'DELISTED',
  id: string,
  summary: string,
  { authorities, targets, lists }: Sides,
): Omit<EventRecord, 'reports'> {
  const inRole = (role: Participation['role'], entities: readonly EntityRecord[]) =>
    [...new Set(entities.map((entity) => entity.id))].map((entity) => ({ role, entity, onBehalfOf: null }));
  return {
    ...{ id, type, summary, post: null, intends: null, cameo: null },
    ...{ topics: ['sanctions'], places: [], figures: [], partOf: [], follows: [] },
    participants: [...inRole('AGENT', authorities), ...inRole('TARGET', targets), ...inRole('LIST', lists)],
  };
}

function titleOf({ authorities, targets }: Sides): string {
  return `Sanction by ${namesOf(authorities)}: ${namesOf(targets)}`;
}

function programIn(row: FtmRow): string {
  const program = row.first('program');
  return program === null ? '' : `: ${truncateText(program, 120)}`;
}

function namesOf(entities: readonly EntityRecord[]): string {
  return entities.map(({ name }) => name).join(' and ');
}

import { declarationOf, type EventType } from '../../src/ontology/lookups.ts';
import type { EntityRecord } from '../../src/record/entity.ts';
import { EVENT, type EventRecord } from '../../src/record/event.ts';
import type { Participation } from '../../src/record/participation.ts';
import { REPORT, type ReportRecord } from '../../src/record/report.ts';
import { SOURCE, type SourceRecord } from '../../src/record/source.ts';
import { ROLE_NAMES, type Role } from '../../src/ontology/roles.ts';
import { addDays, type Day, daysBetween, LAST_DAY } from '../../src/time/day.ts';
import { parseEdtf } from '../../src/time/parseEdtf.ts';
import { Random } from '../random.ts';
import { dateAbout, DAYS, FIRST, monthOf } from './generatedDates.ts';
import { generatedEntity } from './generatedEntities.ts';
import { zipf } from './zipf.ts';

export interface GeneratedSet {
  /** The beginning of every id. */
  readonly name: string;
  readonly events: number;
  readonly seed: number;
}

/** The content of one line of the set. */
type Line = { entity: EntityRecord } | { source: SourceRecord } | { event: EventRecord };

/** The records of a set, the same every time: entities, sources, then events in order of days, over ten years. */
export function* generatedRecords({ name, events, seed }: GeneratedSet): Generator<Line> {
  const world = new World(name, events, new Random(seed));
  for (const entity of world.entities) yield { entity };
  yield* world.sources();
  for (let index = 0; index < events; index++) yield { event: world.event(index) };
}

const TYPES: readonly (readonly [EventType, number])[] = [
  ['MET', 25],
  ['URGED', 15],
  ['CRITICIZED', 12],
  ['CODED', 22],
  ['ATTACKED', 8],
  ['DESIGNATED', 6],
  ['HAS_TIES', 4],
  ['DELISTED', 3],
  ['RECOGNIZED', 3],
  ['KEEPS_EMBASSY', 2],
];
const TOPICS =
  'aid arms banks borders climate courts debt elections energy fishing food gas grain health media migration oil rights trade water'.split(
    ' ',
  );
const PLACES = 'Arden Belmont Corvo Dunmore Elvas Fenwick Garda Holm Ister Jura'.split(' ');
const WEEKS = Math.ceil(DAYS / 7) + 1;

class World {
  readonly entities: readonly EntityRecord[];
  readonly #names: ReadonlyMap<string, string>;
  readonly #rank: (random: Random) => number;
  /** Each publisher has an issue a week, which gives one source for about 25 events. */
  readonly #publishers: number;

  constructor(
    readonly name: string,
    readonly events: number,
    readonly random: Random,
  ) {
    const count = Math.max(30, Math.round(events / 50));
    this.entities = Array.from({ length: count }, (_, index) => generatedEntity(index, name));
    this.#names = new Map(this.entities.map((entity) => [entity.id, entity.name]));
    this.#rank = zipf(count - 1);
    this.#publishers = Math.max(2, Math.round(events / 25 / WEEKS));
  }

  *sources(): Generator<{ source: SourceRecord }> {
    for (let week = 0; week < WEEKS; week++)
      for (let publisher = 0; publisher < this.#publishers; publisher++)
        yield { source: this.#source(publisher, week) };
  }

  event(index: number): EventRecord {
    const { random } = this;
    const dayIndex = Math.floor((index * DAYS) / this.events);
    const type = random.weighted(TYPES);
    const participants = this.#participants(type, random.isOneIn(20));
    return {
      ...EVENT.empty,
      id: `event:${this.name}-${index}`,
      type,
      summary: `${this.#nameOf(participants[0])} ${declarationOf(type).phrase} ${this.#nameOf(participants[1])}.`,
      cameo: type === 'CODED' ? '043' : null,
      topics: [...new Set([random.pick(TOPICS), random.pick(TOPICS)])],
      places: random.isOneIn(3) ? [random.pick(PLACES)] : [],
      participants,
      reports: this.#reports(index, addDays(FIRST, dayIndex), declarationOf(type).nature === 'STATE'),
    };
  }

  #reports(index: number, day: Day, isState: boolean): ReportRecord[] {
    const { random } = this;
    const count = random.weighted([
      [1, 90],
      [2, 7],
      [3, 3],
    ] as const);
    const first = random.between(0, this.#publishers - 1);
    const date = dateAbout(day, isState, random);
    const { extent, endEarliest } = parseEdtf(date);
    // Whoever tells that something ended tells it afterwards.
    const told = extent === 'SPAN' && endEarliest !== LAST_DAY ? endEarliest : day;
    const week = Math.floor(daysBetween(FIRST, told) / 7);
    return Array.from({ length: count }, (_, number) => {
      const publisher = (first + number) % this.#publishers;
      return {
        ...REPORT.empty,
        source: this.#source(publisher, Math.min(week + number, WEEKS - 1)).id,
        stance: random.weighted([
          ['AFFIRMS', 97],
          ['DENIES', 1],
          ['EXPECTS', 2],
        ] as const),
        date: number > 0 && !isState && random.isOneIn(2) ? monthOf(day) : date,
        locator: `p${index}`,
        key: `${this.name}:${index}-${number}`,
      };
    });
  }

  #source(publisher: number, week: number): SourceRecord {
    const day = addDays(FIRST, week * 7 + 7);
    return {
      ...SOURCE.empty,
      id: `source:${this.name}-${publisher}-${week}`,
      title: `Gazette ${publisher}, issue ${week}`,
      publisher: `Gazette ${publisher}`,
      published: day,
      read: addDays(day, 30),
    };
  }

  /** The required participants of the type, sometimes one more. The hub takes the first role if it is to be there. */
  #participants(type: EventType, withHub: boolean): Participation[] {
    const { roles } = declarationOf(type);
    const wanted: Role[] = ROLE_NAMES.flatMap((role) => Array<Role>(roles[role]?.min ?? 0).fill(role));
    if (this.random.isOneIn(10))
      wanted.push(...(roles.PARTY ? ['PARTY' as const] : roles.ABOUT ? ['ABOUT' as const] : []));
    const taken = new Set<string>();
    return wanted.map((role, place) => {
      const entity = withHub && place === 0 ? this.#at(0) : this.#drawn(roles[role]?.kinds ?? [], taken);
      taken.add(entity.id);
      const actsForAnother = entity.kind === 'ACTOR' && role !== 'ABOUT' && this.random.isOneIn(2);
      const principal = actsForAnother ? this.#drawn(['COUNTRY'], taken) : null;
      if (principal !== null) taken.add(principal.id);
      return { role, entity: entity.id, onBehalfOf: principal?.id ?? null };
    });
  }

  #drawn(kinds: readonly EntityRecord['kind'][], taken: ReadonlySet<string>): EntityRecord {
    for (;;) {
      const entity = this.#at(1 + this.#rank(this.random));
      if (kinds.includes(entity.kind) && !taken.has(entity.id)) return entity;
    }
  }

  #at(index: number): EntityRecord {
    const entity = this.entities[index];
    if (entity === undefined) throw new RangeError(`There is no entity ${index}.`);
    return entity;
  }

  #nameOf(participation: Participation | undefined): string {
    return this.#names.get(participation?.entity ?? '') ?? '';
  }
}

import type { EntityRecord, EventRecord, SourceRecord } from '../ontology/records.ts';
import { RowError, type RowResult } from './parts.ts';

/** The entities and sources that lines of some files have declared so far, so that events can be told with theirs. */
export class Declared {
  readonly #entities = new Map<string, EntityRecord>();
  readonly #sources = new Map<string, SourceRecord>();

  /** Declares an entity. @throws RowError if its id has one already, or if what it is a part of has none yet */
  entity(entity: EntityRecord): RowResult {
    if (this.#entities.has(entity.id)) throw new RowError('entity.id', `${entity.id} is declared already`);
    const wholes = entity.partOf === null ? [] : this.#withWholes(entity.partOf, 'entity.partOf');
    this.#entities.set(entity.id, entity);
    return { entities: [entity, ...wholes] };
  }

  /** Declares a source. @throws RowError if its id has one already */
  source(source: SourceRecord): RowResult {
    if (this.#sources.has(source.id)) throw new RowError('source.id', `${source.id} is declared already`);
    this.#sources.set(source.id, source);
    return { sources: [source] };
  }

  /** An event with what it refers to. @throws RowError if some of that has not been declared */
  event(event: EventRecord): RowResult {
    const { participants, reports } = event;
    const entities = new Set(participants.flatMap(({ entity, onBehalfOf }) => [entity, onBehalfOf]));
    for (const report of reports) {
      entities.add(report.attributedTo);
      for (const { entity, onBehalfOf } of report.participants ?? []) entities.add(entity).add(onBehalfOf);
    }
    entities.delete(null);
    return {
      entities: [...entities].flatMap((id) => this.#withWholes(id ?? '', 'event')),
      sources: reports.map(({ source }) => this.#declared(this.#sources, source, 'event.reports')),
      events: [event],
    };
  }

  kindOf(entity: string) {
    return this.#entities.get(entity)?.kind;
  }

  #withWholes(id: string, column: string): EntityRecord[] {
    const entity = this.#declared(this.#entities, id, column);
    return entity.partOf === null ? [entity] : [entity, ...this.#withWholes(entity.partOf, column)];
  }

  #declared<T>(records: ReadonlyMap<string, T>, id: string, column: string): T {
    const record = records.get(id);
    if (record === undefined) throw new RowError(column, `no line before this one declares ${id}`);
    return record;
  }
}

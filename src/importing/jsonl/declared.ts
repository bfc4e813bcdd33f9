import type { EntityRecord } from '../../record/entity.ts';
import type { EventRecord } from '../../record/event.ts';
import type { SourceRecord } from '../../record/source.ts';
import { RowError, type RowResult } from '../rows/rowResult.ts';

/** The entities and sources that lines of some files have declared so far, so that events can be told with theirs. */
export class Declared {
  /** To which dataset what is declared from now on belongs; `null` for the one that is imported. */
  dataset: string | null = null;
  readonly #entities = new Map<string, Declaration<EntityRecord>>();
  readonly #sources = new Map<string, Declaration<SourceRecord>>();

  /** Declares an entity. @throws RowError if its id has one already, or if what it is a part of has none yet */
  entity(entity: EntityRecord): RowResult {
    if (this.#entities.has(entity.id)) throw new RowError('entity.id', `${entity.id} is declared already`);
    const wholes = entity.partOf === null ? [] : this.#withWholes(entity.partOf, 'entity.partOf');
    this.#entities.set(entity.id, { record: entity, dataset: this.dataset });
    return { entities: [entity, ...wholes] };
  }

  /** Declares a source. @throws RowError if its id has one already */
  source(source: SourceRecord): RowResult {
    if (this.#sources.has(source.id)) throw new RowError('source.id', `${source.id} is declared already`);
    this.#sources.set(source.id, { record: source, dataset: this.dataset });
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
      sources: reports.flatMap(({ source }) =>
        this.#own(this.#declared(this.#sources, source, 'event.reports')),
      ),
      events: [event],
    };
  }

  kindOf(entity: string) {
    return this.#entities.get(entity)?.record.kind;
  }

  #withWholes(id: string, column: string): EntityRecord[] {
    const declaration = this.#declared(this.#entities, id, column);
    const { partOf } = declaration.record;
    const own = this.#own(declaration);
    return partOf === null ? own : [...own, ...this.#withWholes(partOf, column)];
  }

  /** What belongs to another dataset was brought by a part of that one. */
  #own<T>({ record, dataset }: Declaration<T>): T[] {
    return dataset === this.dataset ? [record] : [];
  }

  #declared<T>(
    declarations: ReadonlyMap<string, Declaration<T>>,
    id: string,
    column: string,
  ): Declaration<T> {
    const declaration = declarations.get(id);
    if (declaration === undefined) throw new RowError(column, `no line before this one declares ${id}`);
    return declaration;
  }
}

interface Declaration<T> {
  readonly record: T;
  readonly dataset: string | null;
}

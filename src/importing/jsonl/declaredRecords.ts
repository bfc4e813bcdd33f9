import { Catalogue } from '../../record/catalogue.ts';
import type { DatasetIdentity } from '../../record/datasetIdentity.ts';
import type { Drafts } from '../../record/draft.ts';
import type { EntityRecord } from '../../record/entity.ts';
import type { EventRecord } from '../../record/event.ts';
import type { Fault, Path, Wording } from '../../record/fault.ts';
import {
  nothingAffirmedAfterPublication,
  nothingAffirmedDaysAfterPublication,
} from '../../record/rules/dates.ts';
import { uniqueIdentifiers } from '../../record/rules/ids.ts';
import { RECORD_RULES } from '../../record/rules/recordRules.ts';
import type { SourceRecord } from '../../record/source.ts';
import type { RowResult } from '../rows/rowResult.ts';

/** The entities and sources that the lines so far have declared. The next line is checked against them. */
export class Declared {
  /** To which dataset what is declared from now on belongs; `null` for the one that is imported. */
  dataset: DatasetIdentity | null = null;
  readonly #entities = new Catalogue<Declaration<EntityRecord>>('entity', { suggestions: MAX_SUGGESTIONS });
  readonly #sources = new Catalogue<Declaration<SourceRecord>>('source', { suggestions: MAX_SUGGESTIONS });

  /** What is wrong with the records of a line. */
  faultsOf(drafts: Drafts): Fault[] {
    const catalogues = { entities: this.#entities, sources: this.#sources, events: NO_EVENTS };
    return RULES.flatMap((rule) => [...rule(drafts, catalogues, WORDING)]);
  }

  /** An entity without faults, with what it is a part of. */
  entity(record: EntityRecord, path: Path): RowResult {
    this.#entities.add({ record, path, dataset: this.dataset?.id ?? null });
    return { entities: this.#withWholes(record.id) };
  }

  source(record: SourceRecord, path: Path): RowResult {
    this.#sources.add({ record, path, dataset: this.dataset?.id ?? null });
    return { sources: [record] };
  }

  /** An event without faults, with what it refers to. */
  event(event: EventRecord): RowResult {
    const { participants, reports } = event;
    const named = [...participants, ...reports.flatMap((report) => report.participants ?? [])];
    const entities = new Set([
      ...named.flatMap(({ entity, onBehalfOf }) => [entity, onBehalfOf]),
      ...reports.map(({ attributedTo }) => attributedTo),
    ]);
    return {
      entities: [...entities].flatMap((id) => this.#withWholes(id)),
      sources: reports.flatMap(({ source }) => this.#own(this.#sources.first(source))),
      events: [event],
    };
  }

  #withWholes(id: string | null): EntityRecord[] {
    const declaration = id === null ? undefined : this.#entities.first(id);
    return declaration === undefined
      ? []
      : [...this.#own(declaration), ...this.#withWholes(declaration.record.partOf)];
  }

  /** What belongs to another dataset was brought by a part of that one. */
  #own<R>(declaration: Declaration<R> | undefined): R[] {
    return declaration?.dataset === (this.dataset?.id ?? null) ? [declaration.record] : [];
  }
}

interface Declaration<R> {
  readonly record: R;
  readonly path: Path;
  readonly dataset: string | null;
}

/** Each search for an id alike reads all ids, and the import shows no more faults than these. */
const MAX_SUGGESTIONS = 20;

/** Two datasets may share a key, and an export of data may have what data may have. */
const RULES = RECORD_RULES.filter((rule) => rule !== uniqueIdentifiers).map((rule) =>
  rule === nothingAffirmedAfterPublication ? nothingAffirmedDaysAfterPublication : rule,
);

/** Events are not held in memory. A repeated one replaces the first, and a link to a missing one is not made. */
const NO_EVENTS = new Catalogue<never>('event', { isComplete: false });

const WORDING: Wording = {
  id: (id) => id,
  field: (name) => name,
  place: ([file = '', line = '', ...field]) => (field.length > 1 ? field.join('.') : `${file}:${line}`),
  missing: (noun, id) => ({
    message: `no line before this one declares the ${noun} \`${id}\``,
    fix: 'Name one that is declared, or declare it on an earlier line.',
  }),
};

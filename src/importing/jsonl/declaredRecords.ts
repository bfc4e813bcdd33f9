import type { Coding } from '../../ontology/codings.ts';
import { Catalogue } from '../../record/catalogue.ts';
import type { DatasetIdentity } from '../../record/datasetIdentity.ts';
import type { Draft, Drafts } from '../../record/draft.ts';
import type { EntityRecord } from '../../record/entity.ts';
import type { EventRecord } from '../../record/event.ts';
import type { Fault, Path, Wording } from '../../record/fault.ts';
import {
  nothingAffirmedAfterPublication,
  nothingAffirmedDaysAfterPublication,
} from '../../record/rules/dates.ts';
import type { Participation } from '../../record/participation.ts';
import { uniqueIdentifiers } from '../../record/rules/ids.ts';
import { DATA_RULES, RECORD_RULES } from '../../record/rules/recordRules.ts';
import type { SourceRecord } from '../../record/source.ts';
import type { KnownRecords } from '../importer.ts';
import type { RowResult } from '../rows/rowResult.ts';

/** The entities and sources that the lines so far have declared. The next line is checked against them. */
export class Declared {
  #dataset: DatasetIdentity | null = null;
  readonly #datasets = new Map<string, DatasetIdentity>();
  readonly #entities = new Catalogue<Declaration<EntityRecord>>('entity', { suggestions: MAX_SUGGESTIONS });
  readonly #sources = new Catalogue<Declaration<SourceRecord>>('source', { suggestions: MAX_SUGGESTIONS });

  /** To which dataset what is declared from now on belongs; `null` for the one that is imported. */
  get dataset(): DatasetIdentity | null {
    return this.#dataset;
  }

  /** What the dataset states and an earlier line of it stated stays, unless this one states it anew. */
  beginDataset(stated: DatasetIdentity): void {
    this.#dataset = { ...this.#datasets.get(stated.id), ...stated };
    this.#datasets.set(stated.id, this.#dataset);
  }

  /** What is wrong with the records of a line, by the rules for who read their sources. */
  faultsOf(drafts: Drafts, coding: Coding): Fault[] {
    const catalogues = { entities: this.#entities, sources: this.#sources, events: NO_EVENTS };
    const rules = coding === 'HUMAN' ? RULES_OF_PEOPLE : DATA_RULES;
    return rules.flatMap((rule) => [...rule(drafts, catalogues, WORDING)]);
  }

  /** The ids that the records refer to and no line so far declares. */
  unknownIds(all: readonly Drafts[]): string[] {
    const own = new Set(all.flatMap(({ entities, sources }) => [...entities, ...sources].map(idOf)));
    const ids = new Set(all.flatMap(referencesIn));
    return [...ids].filter((id) => !own.has(id) && !this.#entities.find(id) && !this.#sources.find(id));
  }

  /** Records that the graph has. What lines declare does not change by them. */
  know({ entities, sources }: KnownRecords): void {
    const elsewhere = { path: ['the graph'], dataset: undefined };
    for (const record of entities) this.#entities.addFromElsewhere({ record, ...elsewhere });
    for (const record of sources) this.#sources.addFromElsewhere({ record, ...elsewhere });
  }

  /** An entity without faults, with what it is a part of. */
  entity(record: EntityRecord, path: Path): RowResult {
    this.#entities.add({ record, path, dataset: this.#dataset?.id ?? null });
    return { entities: this.#withWholes(record.id) };
  }

  source(record: SourceRecord, path: Path): RowResult {
    this.#sources.add({ record, path, dataset: this.#dataset?.id ?? null });
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
    return declaration?.dataset === (this.#dataset?.id ?? null) ? [declaration.record] : [];
  }
}

interface Declaration<R> {
  readonly record: R;
  readonly path: Path;
  /** `undefined` for those of the graph. */
  readonly dataset: string | null | undefined;
}

function idOf({ record }: Draft<{ readonly id: string }>): string | undefined {
  return record.id;
}

function referencesIn({ entities, events }: Drafts): string[] {
  const ids = [
    ...entities.map(({ record }) => record.partOf),
    ...events.flatMap(({ record: { participants = [], reports = [] } }) => [
      ...participants.flatMap(namesIn),
      ...reports.flatMap(({ source, basedOn = [], attributedTo, participants: own }) => [
        ...[source, attributedTo, ...basedOn],
        ...(own ?? []).flatMap(namesIn),
      ]),
    ]),
  ];
  return ids.filter((id) => id !== null && id !== undefined);
}

function namesIn({ entity, onBehalfOf }: Participation): (string | null)[] {
  return [entity, onBehalfOf];
}

/** Each search for an id alike reads all ids, and the import shows no more faults than these. */
const MAX_SUGGESTIONS = 20;

/** Two datasets may share a key, and a source may know what had begun elsewhere. */
const RULES_OF_PEOPLE = RECORD_RULES.filter((rule) => rule !== uniqueIdentifiers).map((rule) =>
  rule === nothingAffirmedAfterPublication ? nothingAffirmedDaysAfterPublication : rule,
);

/** Events are not held in memory. A repeated one replaces the first, and a link to a missing one is not made. */
const NO_EVENTS = new Catalogue<never>('event', { isComplete: false });

const WORDING: Wording = {
  id: (id) => id,
  field: (name) => name,
  place: ([file = '', line, ...field]) =>
    line === undefined ? String(file) : field.length > 1 ? field.join('.') : `${file}:${line}`,
  missing: (noun, id) => ({
    message: `no line before this one declares the ${noun} \`${id}\``,
    fix: 'Name one that is declared, or declare it on an earlier line.',
  }),
};

import type { DatasetRecord } from '../../record/dataset.ts';
import type { DatasetIdentity } from '../../record/datasetIdentity.ts';
import { type EntityRecord, identifierRows, kindLabel } from '../../record/entity.ts';
import { type EventRecord, reportEdges } from '../../record/event.ts';
import type { SourceRecord } from '../../record/source.ts';
import type { SourceValidity } from '../../reasoning/countsBy.ts';
import { eventVersions } from '../../reasoning/eventVersions.ts';
import { declaredRecord } from '../../reasoning/projectedRecord.ts';
import { publicationOf, statesPublication } from '../../reasoning/publication.ts';
import { fingerprint } from '../fingerprint.ts';
import { datasetInOrder } from '../datasetInOrder.ts';
import {
  currentVersion,
  earlierVersions,
  participationEdges,
  relationshipEdges,
  relationshipVersions,
  type Version,
  versionRow,
} from '../viewShape.ts';
import { newEntityRow } from '../writeEntities.ts';
import { newEventRow } from '../writeEvents.ts';
import { newSourceRow } from '../writeSources.ts';
import { BulkFiles, writeEdges } from './bulkFiles.ts';

/** Records cannot be written in bulk; the message says what to do. */
export class BulkError extends Error {}

/** Records that came several times, with different content: the last of each, by id. */
export interface LastVersions {
  readonly entities: Map<string, EntityRecord>;
  readonly sources: Map<string, SourceRecord>;
  readonly events: Map<string, EventRecord>;
}

/**
 * Writes one dataset, part by part, as the files of a whole graph. The records that an event refers to must come before
 * it or in the same part. Of a record that comes several times the last counts. What is written cannot be taken back, so
 * the files then have to be written again by a writer that knows the last versions.
 */
export class BulkWriter {
  private readonly dataset: DatasetIdentity;
  private readonly files: BulkFiles;
  private readonly written = new Map<string, string>();
  private readonly identifiers = new Set<string>();
  private readonly validities = new Map<string, SourceValidity>();
  /** Sources that do not state when they were published, until all that they report is known. */
  private readonly undated = new Map<string, SourceRecord>();
  /** Events with a report of an undated source. */
  private readonly waiting: EventRecord[] = [];
  private readonly eventIds = new Set<string>();
  private readonly known: LastVersions;
  private readonly repeated = noVersions();

  /** @param known the last versions that another writer of the same records found */
  constructor(dataset: DatasetIdentity, folder: string, known = noVersions()) {
    this.dataset = dataset;
    this.files = new BulkFiles(folder);
    this.known = known;
  }

  add(records: DatasetRecord): void {
    const { known, repeated } = this;
    const { entities, sources, events } = datasetInOrder(records);
    for (const entity of entities.map((each) => known.entities.get(each.id) ?? each))
      if (this.isNew(entity, repeated.entities)) this.writeEntity(entity);
    for (const source of sources.map((each) => known.sources.get(each.id) ?? each))
      if (this.isNew(source, repeated.sources)) this.takeSource(source);
    for (const event of events) {
      // The last version may refer to what comes later.
      if (known.events.has(event.id)) continue;
      if (this.eventIds.has(event.id)) repeated.events.set(event.id, event);
      else this.takeEvent(event);
      this.eventIds.add(event.id);
    }
  }

  /** The last versions to write the files with again; null if no record came again with other content. */
  lastVersions(): LastVersions | null {
    const { entities, sources, events } = this.repeated;
    return entities.size + sources.size + events.size > 0 ? this.repeated : null;
  }

  /** Writes the waiting records and closes the files. @returns the arguments of `neo4j-admin database import full` */
  finish(): string[] {
    for (const event of this.known.events.values()) this.takeEvent(event);
    for (const source of this.undated.values()) {
      const affirming = this.waiting.flatMap(({ reports }) =>
        reports.filter((report) => report.source === source.id && report.stance === 'AFFIRMS'),
      );
      this.writeSource(
        source,
        affirming.map(({ date }) => date),
      );
    }
    for (const event of this.waiting) this.writeEvent(event);
    return this.files.close();
  }

  private isNew<R extends EntityRecord | SourceRecord>(record: R, repeated: Map<string, R>): boolean {
    const before = this.written.get(record.id);
    const now = fingerprint(record);
    if (before === undefined) this.written.set(record.id, now);
    else if (before !== now || repeated.has(record.id)) repeated.set(record.id, record);
    return before === undefined;
  }

  private writeEntity(entity: EntityRecord): void {
    const { entities, identifiers, identifies, organs } = this.files;
    entities.write([kindLabel(entity)], newEntityRow(this.dataset.id, entity));
    for (const row of identifierRows(entity)) {
      if (!this.identifiers.has(row.key)) identifiers.write([], row);
      this.identifiers.add(row.key);
      identifies.write([row.key, entity.id], {});
    }
    if (entity.partOf !== null) organs.write([entity.id, entity.partOf], {});
  }

  private takeSource(source: SourceRecord): void {
    if (statesPublication(source)) this.writeSource(source, []);
    else this.undated.set(source.id, source);
  }

  private writeSource(source: SourceRecord, affirmedDates: readonly string[]): void {
    const published = publicationOf(source, affirmedDates);
    this.validities.set(source.id, { published, retracted: source.retracted });
    this.files.sources.write([], newSourceRow(this.dataset.id, source, published));
  }

  private takeEvent(event: EventRecord): void {
    if (event.reports.every(({ source }) => this.validities.has(source))) this.writeEvent(event);
    else this.wait(event);
  }

  private wait(event: EventRecord): void {
    const missing = event.reports.find(
      ({ source }) => !this.validities.has(source) && !this.undated.has(source),
    );
    if (missing !== undefined)
      throw new BulkError(
        `"${event.id}" is reported by "${missing.source}", which is not in the files. Import without --bulk into the graph that holds it.`,
      );
    if (this.waiting.length === MAX_WAITING)
      throw new BulkError(
        `More than ${MAX_WAITING} events come from sources without a publication date. Import without --bulk.`,
      );
    this.waiting.push(event);
  }

  private writeEvent(event: EventRecord): void {
    const { events, reports, parts, follows } = this.files;
    const versions = eventVersions(declaredRecord(event, this.dataset), this.validities);
    const current = currentVersion(event, versions);
    events.write([], newEventRow(this.dataset.id, event, current));
    writeEdges(reports, reportEdges(this.dataset, event));
    for (const whole of event.partOf) parts.write([event.id, whole], {});
    for (const other of event.follows) follows.write([event.id, other], {});
    writeEdges(this.files.tookPart, participationEdges(current));
    for (const { start, end, row } of relationshipEdges(current))
      this.files.related.write([start, end, event.type], row);
    for (const version of earlierVersions(event, versions)) this.writeVersion(version);
  }

  private writeVersion(version: Version): void {
    const files = this.files;
    files.versions.write([], versionRow(version));
    files.versionOf.write([version.id, version.event.id], {});
    writeEdges(files.tookPartThen, participationEdges(version));
    for (const { start, end, row } of relationshipVersions(version)) {
      files.relationshipVersions.write([], row);
      files.projects.write([version.id, row.id], {});
      files.from.write([row.id, start], {});
      files.to.write([row.id, end], {});
    }
  }
}

const MAX_WAITING = 50_000;

function noVersions(): LastVersions {
  return { entities: new Map(), sources: new Map(), events: new Map() };
}

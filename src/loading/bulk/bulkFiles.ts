import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Edge, Shape } from '../../record/attribute.ts';
import { STORED_IDENTIFIER } from '../../record/entity.ts';
import { STORED_REPORT } from '../../record/report.ts';
import { RELATIONSHIP, RELATIONSHIP_VERSION, TOOK_PART, VERSION } from '../viewShape.ts';
import { NEW_ENTITY } from '../writeEntities.ts';
import { NEW_EVENT } from '../writeEvents.ts';
import { NEW_SOURCE } from '../writeSources.ts';
import { CsvFile, LIST_DELIMITER_NAME } from './csvFile.ts';

/** What a file holds, and its label or type; `null` if that is a column. */
interface FileKind {
  readonly holds: 'nodes' | 'relationships';
  readonly name: string | null;
}

/** The files of a whole graph. Ids are unique among the nodes of one label. */
export class BulkFiles {
  readonly entities;
  readonly identifiers;
  readonly sources;
  readonly events;
  readonly versions;
  readonly relationshipVersions;
  readonly reports;
  readonly tookPart;
  readonly related;
  readonly identifies;
  readonly organs;
  readonly parts;
  readonly follows;
  readonly versionOf;
  readonly tookPartThen;
  readonly projects;
  readonly from;
  readonly to;
  private readonly folder: string;
  private readonly all: { readonly file: CsvFile<Shape>; readonly kind: FileKind }[] = [];

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    this.folder = folder;
    this.entities = this.nodes('Entity', NEW_ENTITY, [':LABEL']);
    this.identifiers = this.nodes('Identifier', STORED_IDENTIFIER.columns);
    this.sources = this.nodes('Source', NEW_SOURCE);
    this.events = this.nodes('Event', NEW_EVENT);
    this.versions = this.nodes('EventVersion', VERSION.columns);
    this.relationshipVersions = this.nodes('RelationshipVersion', RELATIONSHIP_VERSION.columns);
    this.reports = this.edges('REPORTS', 'Source', 'Event', STORED_REPORT.columns);
    this.tookPart = this.edges('TOOK_PART', 'Entity', 'Event', TOOK_PART.columns);
    this.related = this.add(
      new CsvFile(this.pathOf('related'), [...endHeads('Entity', 'Entity'), ':TYPE'], RELATIONSHIP.columns),
      { holds: 'relationships', name: null },
    );
    this.identifies = this.edges('IDENTIFIES', 'Identifier', 'Entity', {});
    this.organs = this.edges('PART_OF', 'Entity', 'Entity', {});
    this.parts = this.edges('PART_OF', 'Event', 'Event', {});
    this.follows = this.edges('FOLLOWS', 'Event', 'Event', {});
    this.versionOf = this.edges('VERSION_OF', 'EventVersion', 'Event', {});
    this.tookPartThen = this.edges('TOOK_PART_THEN', 'Entity', 'EventVersion', TOOK_PART.columns);
    this.projects = this.edges('PROJECTS', 'EventVersion', 'RelationshipVersion', {});
    this.from = this.edges('FROM', 'RelationshipVersion', 'Entity', {});
    this.to = this.edges('TO', 'RelationshipVersion', 'Entity', {});
  }

  /** Closes the files. @returns the arguments of `neo4j-admin database import full` for the files that have rows */
  close(): string[] {
    for (const { file } of this.all) file.close();
    const filled = this.all.filter(({ file }) => file.rows > 0);
    return [
      ...filled.map(
        ({ file, kind }) => `--${kind.holds}=${kind.name === null ? '' : `${kind.name}=`}${file.path}`,
      ),
      `--array-delimiter=${LIST_DELIMITER_NAME}`,
      ...(filled.some(({ file }) => file.hasLongTexts) ? ['--multiline-fields=true'] : []),
      // A fault stops the import, so that nothing is left out silently.
      '--strict=true',
      '--bad-tolerance=0',
    ];
  }

  private nodes<S extends Shape>(label: string, shape: S, heads: readonly string[] = []): CsvFile<S> {
    const file = new CsvFile(this.pathOf(label), heads, shape, label);
    return this.add(file, { holds: 'nodes', name: label });
  }

  private edges<S extends Shape>(type: string, start: string, end: string, shape: S): CsvFile<S> {
    const file = new CsvFile(this.pathOf(`${start}-${type}-${end}`), endHeads(start, end), shape);
    return this.add(file, { holds: 'relationships', name: type });
  }

  private add<S extends Shape>(file: CsvFile<S>, kind: FileKind): CsvFile<S> {
    this.all.push({ file, kind });
    return file;
  }

  private pathOf(name: string): string {
    return path.join(this.folder, `${name}.csv`);
  }
}

export function writeEdges<S extends Shape>(file: CsvFile<S>, edges: readonly Edge<S>[]): void {
  for (const { start, end, row } of edges) file.write([start, end], row);
}

function endHeads(start: string, end: string): string[] {
  return [`:START_ID(${start})`, `:END_ID(${end})`];
}

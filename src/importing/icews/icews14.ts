import type { EntityRecord } from '../../record/entity.ts';
import { isDay } from '../../time/day.ts';
import { CODE_FAULT, datedSource, isCode, isKey, namedEntity, type CodedRow } from '../coded/codedRow.ts';
import { dayParts } from './dayParts.ts';
import type { Importer } from '../importer.ts';
import { ImportError, type RowFault } from '../rows/fault.ts';
import { headOf } from '../rows/fileHead.ts';
import type { InputFile } from '../rows/inputFile.ts';
import { isFault, tableRows, type TableRow } from '../rows/tableRows.ts';

/**
 * ICEWS events as a benchmark of temporal graphs has them: three tab-separated tables with headers, recognized by their
 * columns. Facts refer to the other two tables by number, and are in order of days.
 * A fact becomes a report of an event between its subject (the agent) and its object, on its day. `codedEvents` decides
 * which facts are one event, and `typeOfCode` its type. The source is ICEWS of that day, because the benchmark does not
 * name stories. Dropped: Goldstein scores, the origin of codes, and the split.
 * Entities that no fact names are not imported. Both tables of names are held in memory. The ids of entities are those
 * of the benchmark, whatever the dataset is called.
 */
export const icews14: Importer = {
  title: 'the tables of ICEWS14',
  description: 'ICEWS events of 2014 as the temporal-graph benchmark ICEWS14: facts with tables of names.',
  coding: 'MACHINE',
  terms: {
    license: 'Terms of use of ICEWS on the Harvard Dataverse',
    origin: 'ICEWS14, a benchmark made from https://doi.org/10.7910/DVN/28075',
  },
  files: 'facts.tsv entities.tsv relations.tsv',
  refuses: ({ lines: [first = ''] }) =>
    tablesWith(first).length > 0 ? null : 'its first line names the columns of none of its tables',
  async *parts({ files, dataset, asIs, after, partRows }) {
    const tables = await tablesAmong(files);
    if (after !== null && after.file !== tables.facts.name) {
      throw new ImportError(
        `To continue after "${after.file}", name it again: the facts are in "${tables.facts.name}".`,
      );
    }
    const { names, faults } = await readNames(tables);
    if (after === null && faults.length > 0)
      yield { ...NOTHING, end: { file: tables.facts.name, line: 1 }, faults };
    yield* dayParts(
      rowsOf(tables.facts, names, after?.line ?? 1),
      { dataset, asIs, scheme: SCHEME },
      partRows,
    );
  },
};

const SCHEME = 'icews14';

const NOTHING = { rows: 0, entities: [], sources: [], events: [], merged: 0, skipped: {} };

const COLUMNS = {
  facts: ['fact_id', 'subject_id', 'relation_id', 'object_id', 'date'],
  entities: ['entity_id', 'name'],
  relations: ['relation_id', 'name', 'cameo_code'],
} as const;

type Table = keyof typeof COLUMNS;
type Row<T extends Table> = TableRow<(typeof COLUMNS)[T][number]>;

/** The tables that facts refer to by number. */
interface Names {
  readonly entities: ReadonlyMap<string, EntityRecord>;
  readonly relations: ReadonlyMap<string, { readonly text: string; readonly code: string }>;
}

/** The coded row, or the fault with its column. It depends on the fact and the names alone. */
export function icews14Row({ place, cells }: Row<'facts'>, names: Names): CodedRow | RowFault {
  const faultAt = (column: keyof typeof cells, what: string): RowFault => {
    return { ...place, column, message: `"${cells[column]}" ${what}` };
  };
  const { fact_id: key, date: day } = cells;
  if (!isKey(key)) return faultAt('fact_id', 'is not a number');
  const agent = names.entities.get(cells.subject_id);
  if (agent === undefined) return faultAt('subject_id', 'is not the number of an entity');
  const relation = names.relations.get(cells.relation_id);
  if (relation === undefined) return faultAt('relation_id', 'is not the number of a relation');
  const target = names.entities.get(cells.object_id);
  if (target === undefined) return faultAt('object_id', 'is not the number of an entity');
  if (!isDay(day)) return faultAt('date', 'is not a day such as 2014-01-31');
  const source = datedSource(`source:icews14-${day}`, {
    title: `ICEWS events of ${day}`,
    publisher: 'ICEWS',
    day,
    basis: 'the day of its events: ICEWS dates an event by the story that tells of it',
  });
  return { place, key, day, agent, target, ...relation, source, locator: key, places: [] };
}

async function* rowsOf(file: InputFile, names: Names, after: number) {
  for await (const block of tableRows(file, { delimiter: TAB, columns: COLUMNS.facts }, after)) {
    yield block.map((row) => (isFault(row) ? row : icews14Row(row, names)));
  }
}

const TAB = '\t';

/** Finds each table among the files. */
async function tablesAmong(files: readonly InputFile[]): Promise<Record<Table, InputFile>> {
  const heads = await Promise.all(files.map(headOf));
  const tableWith = (table: Table): InputFile => {
    const [file, other] = files.filter((_, i) => tablesWith(heads[i]?.lines[0] ?? '').includes(table));
    const columns = COLUMNS[table].join(', ');
    if (file === undefined)
      throw new ImportError(`The table of ${table} is missing. Name a file with the columns ${columns}.`);
    if (other !== undefined)
      throw new ImportError(
        `"${file.name}" and "${other.name}" are both a table of ${table}. Name one of them.`,
      );
    return file;
  };
  return { facts: tableWith('facts'), entities: tableWith('entities'), relations: tableWith('relations') };
}

/** The tables whose columns the line names. */
function tablesWith(line: string): Table[] {
  const names = line.split(TAB);
  return (Object.keys(COLUMNS) as Table[]).filter((table) =>
    COLUMNS[table].every((column) => names.includes(column)),
  );
}

async function readNames(tables: Record<Table, InputFile>): Promise<{ names: Names; faults: RowFault[] }> {
  const faults: RowFault[] = [];
  const entities = new Map<string, EntityRecord>();
  for await (const row of goodRows(tables.entities, 'entities', 'entity_id', entities, faults)) {
    const { entity_id: id, name } = row.cells;
    entities.set(id, namedEntity(`${SCHEME}-${id}`, name, SCHEME, id));
  }
  const relations = new Map<string, { text: string; code: string }>();
  for await (const row of goodRows(tables.relations, 'relations', 'relation_id', relations, faults)) {
    const { relation_id: id, name: text, cameo_code: code } = row.cells;
    if (isCode(code)) relations.set(id, { text, code });
    else faults.push({ ...row.place, column: 'cameo_code', message: `"${code}" ${CODE_FAULT}` });
  }
  return { names: { entities, relations }, faults };
}

/** The rows with a name and a number of their own. The others are faults. */
async function* goodRows<T extends 'entities' | 'relations'>(
  file: InputFile,
  table: T,
  key: (typeof COLUMNS)[T][number],
  known: ReadonlyMap<string, unknown>,
  faults: RowFault[],
): AsyncGenerator<Row<T>> {
  for await (const block of tableRows<(typeof COLUMNS)[T][number] | 'name'>(file, {
    delimiter: TAB,
    columns: COLUMNS[table],
  })) {
    for (const row of block) {
      if (isFault(row)) {
        faults.push(row);
        continue;
      }
      const number = row.cells[key];
      if (!isKey(number)) faults.push({ ...row.place, column: key, message: `"${number}" is not a number` });
      else if (known.has(number))
        faults.push({ ...row.place, column: key, message: `${number} has a name already` });
      else if (row.cells.name.trim() === '')
        faults.push({ ...row.place, column: 'name', message: 'is empty' });
      else yield row;
    }
  }
}

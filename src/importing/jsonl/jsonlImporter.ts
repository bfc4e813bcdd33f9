import type { Drafts } from '../../record/draft.ts';
import type { Fault } from '../../record/fault.ts';
import { Declared } from './declaredRecords.ts';
import type { Importer, ImportInput, ImportPart } from '../importer.ts';
import { type FieldFault, ImportError } from '../rows/fault.ts';
import { partOf, portions, resultOf, type RowResult } from '../rows/rowResult.ts';
import { type FileHead, objectOf } from '../rows/fileHead.ts';
import { type CheckedLine, RECORD_NAMES, recordLine } from './recordLine.ts';
import { textLines, type TextLine } from '../rows/textLines.ts';

/**
 * Records of our own, one JSON a line. Entities and sources stand on lines before those that refer to them, in
 * whichever of the files, and are held in memory, so that every part brings what its events refer to. Going on after
 * a line therefore reads what the lines before it declare. An event that comes again takes the place of the first.
 * A line can name the dataset of those after it, and who read its sources; a part then brings nothing of other datasets, which came before it.
 */
export const jsonl: Importer = {
  title: 'records of Chancery',
  description:
    "Chancery's own records, one JSON object a line; entities and sources come before records that refer to them.",
  coding: 'HUMAN',
  files: 'records.jsonl …',
  refuses,
  parts,
};

function refuses({ lines }: FileHead): string | null {
  const isOne = lines
    .map(objectOf)
    .some((object) => object !== null && RECORD_NAMES.some((name) => name in object));
  return isOne ? null : `no line of its head is a JSON object with one of ${RECORD_NAMES.join(', ')}`;
}

async function* parts(input: ImportInput): AsyncGenerator<ImportPart> {
  const declared = new Declared();
  for await (const lines of portions(linesAfter(input, declared), input.partRows, namesDataset)) {
    await lookUp(lines, declared, input);
    const results = lines.map((line) => resultOf(line, () => readLine(line, declared, input)));
    const { dataset } = declared;
    yield { ...partOf(lines, results), ...(dataset === null ? {} : { dataset }) };
  }
}

/** A line whose record is checked once, however often it is asked for. */
interface ReadLine extends TextLine {
  /** @throws RowError if it is not one record */
  readonly checked: () => CheckedLine;
}

/** The lines to import; what those before them declare is kept. */
async function* linesAfter(input: ImportInput, declared: Declared): AsyncGenerator<ReadLine> {
  const { files, after } = input;
  let isBefore = after !== null;
  for await (const text of textLines(files, null)) {
    if (text.text === '' && text.unsound === undefined) continue;
    const line = { ...text, checked: settled(() => recordLine(text)) };
    if (!isBefore) yield line;
    else if (!line.text.startsWith('{"event"')) {
      await lookUp([line], declared, input);
      resultOf(line, () => readLine(line, declared, input));
    }
    isBefore &&= line.file !== after?.file || line.line < after.line;
  }
}

/** What the records refer to and no line declares may be in the graph. */
async function lookUp(
  lines: readonly ReadLine[],
  declared: Declared,
  { knownRecords }: Pick<ImportInput, 'knownRecords'>,
): Promise<void> {
  if (knownRecords === undefined) return;
  const drafts: Drafts[] = [];
  for (const line of lines) resultOf(line, () => (drafts.push(line.checked().drafts), {}));
  const ids = declared.unknownIds(drafts);
  if (ids.length > 0) declared.know(await knownRecords(ids));
}

function settled<T>(make: () => T): () => T {
  let made: (() => T) | undefined;
  return () => {
    if (made !== undefined) return made();
    try {
      const value = make();
      made = () => value;
    } catch (error) {
      made = () => {
        throw error;
      };
    }
    return made();
  };
}

function namesDataset({ text }: TextLine): boolean {
  return text.startsWith('{"dataset"');
}

function readLine(text: ReadLine, declared: Declared, { coding }: ImportInput): RowResult {
  const { line, path, drafts, faults: faultsOfForm } = text.checked();
  const readBy = declared.dataset?.coding ?? coding ?? 'HUMAN';
  const [first, ...others] = [...faultsOfForm, ...declared.faultsOf(drafts, readBy)].map(fieldFault);
  if (first !== undefined) return { fault: { file: text.file, line: text.line, ...first, others } };
  if ('entity' in line) return declared.entity(line.entity, path);
  if ('source' in line) return declared.source(line.source, path);
  if ('event' in line) return declared.event(line.event);
  if ('claim' in line) return { claim: line.claim };
  if ('decision' in line)
    return { decision: { ...line.decision, place: { file: text.file, line: text.line } } };
  const { dataset: id, coding: reader, license, origin } = line;
  declared.beginDataset({ id, coding: reader, ...(license && { license }), ...(origin && { origin }) });
  if (coding !== undefined && coding !== reader)
    throw new ImportError(
      `"${text.file}", line ${text.line}: the coding of ${id} is ${reader} there, but --coding says ${coding}. Leave it out, or change the line.`,
    );
  return {};
}

/** `event.reports.0.date`: the path without the line's place. */
function fieldFault({ path: [, , ...field], message, fix }: Fault): FieldFault {
  return { column: field.join('.'), message: `${message} — ${fix}` };
}

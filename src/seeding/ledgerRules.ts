import { isMapping, reportsOf } from '../record/draft.ts';
import { type Fault, faultAt, type Path } from '../record/fault.ts';
import type { Corpus } from './corpus.ts';
import { having, type Item } from './item.ts';
import type { LedgerLineSeed, LedgerSeed } from './seedTypes.ts';
import { eventId, slugOf, sourceId } from './writtenForm.ts';

/** What the ledger must fulfil together with the sources and events. */
export type LedgerRule = (corpus: Corpus) => Iterable<Fault>;

/** At one place the simplest fault comes first, as among the record's rules. */
export const LEDGER_RULES: readonly LedgerRule[] = [
  entriesNameSources,
  everyTextHasOneLedger,
  everyParagraphHasALine,
  linesCiteReports,
  reportsAreInTheLedger,
];

/** The ledger names sources that exist. */
function* entriesNameSources({ catalogues, ledger, wording }: Corpus): Iterable<Fault> {
  const { sources } = catalogues;
  for (const { value, path } of having(ledger, 'source')) {
    const id = sourceId(value.source);
    if (sources.lacks(id)) yield sources.faultOfMissing(id, [...path, 'source'], wording);
  }
}

/** The ledger has one entry for each text, and none for the public record. */
function* everyTextHasOneLedger(corpus: Corpus): Iterable<Fault> {
  const { drafts, catalogues, ledger, ledgerComplete, wording } = corpus;
  const { sources } = catalogues;
  const first = new Map<string, Item<object>>();
  for (const entry of having(ledger, 'source')) {
    const { source } = entry.value;
    const other = first.get(source);
    if (other === undefined) first.set(source, entry);
    else {
      const message = `the ledger has an entry for \`${source}\` already at ${wording.place(other.path)}`;
      yield entry.faultAt(['source'], message, 'Make the two one.');
    }
    const found = sources.find(sourceId(source));
    const role = found?.record.role ?? 'TEXT';
    if (found !== undefined && role !== 'TEXT') {
      const message = `\`${source}\` is no text of the corpus: its role is ${role}`;
      const fix = `Take the entry out, or correct the role at ${wording.place(found.path)}.`;
      yield entry.faultAt(['source'], message, fix);
    }
  }
  const mayBeElsewhere =
    !ledgerComplete ||
    ledger.some((entry) => !entry.isSound('source') || sources.lacks(sourceId(entry.value.source)));
  for (const { record, path } of mayBeElsewhere ? [] : drafts.sources) {
    const { id, role } = record;
    if (id === undefined || role !== 'TEXT' || first.has(slugOf(id))) continue;
    const message = `the ledger has no entry for the text \`${slugOf(id)}\``;
    yield faultAt([...path, 'id'], message, 'Add one to ledger.yaml, with a line for each paragraph.');
  }
}

/** Every paragraph of a text has a line, even if it says that there is nothing. */
function* everyParagraphHasALine(corpus: Corpus): Iterable<Fault> {
  for (const entry of having(corpus.ledger, 'source', 'paragraphs')) {
    const { source, paragraphs } = entry.value;
    const lines = linesOf(entry);
    // A key that is no number may stand for any paragraph.
    if (lines === undefined || !Object.keys(lines).every((key) => /^[1-9]\d*$/.test(key))) continue;
    for (const { from, to } of gaps(paragraphs, (paragraph) => paragraph in lines)) {
      const message = `no line covers ${from === to ? `paragraph ${from}` : `paragraphs ${from} to ${to}`}`;
      const cited = eventsCitedFrom(corpus, source, from, to);
      const fix = `Add ${from === to ? 'a line' : 'lines'}: the events cited from it${cited}, or \`{ nothing: why }\`.`;
      const before = from - 1 in lines ? ['lines', from - 1] : ['lines'];
      yield entry.faultAtKey(before, message, fix);
    }
  }
}

/** A line is of a paragraph that the text has, and names events that a report cites from there. */
function* linesCiteReports(corpus: Corpus): Iterable<Fault> {
  for (const entry of corpus.ledger) {
    const { paragraphs } = entry.value;
    for (const [key, line] of soundLines(entry)) {
      if (!entry.isSound('paragraphs') || Number(key) <= paragraphs) {
        for (const index of line.keys()) yield* faultsOfCited(corpus, entry, key, index, line[index] ?? '');
        continue;
      }
      const message = `the text has only ${countOf(paragraphs)}`;
      yield entry.faultAtKey(['lines', key], message, 'Take the line out, or correct `paragraphs`.');
    }
  }
}

function* faultsOfCited(
  { catalogues: { events, sources }, wording }: Corpus,
  entry: Item<LedgerSeed>,
  paragraph: string,
  index: number,
  slug: string,
): Iterable<Fault> {
  const path = ['lines', paragraph, index];
  const { source } = entry.value;
  const id = eventId(slug);
  if (events.lacks(id)) yield events.faultOfMissing(id, [...entry.path, ...path], wording);
  const event = events.find(id);
  if (event === undefined || !entry.isSound('source') || sources.lacks(sourceId(source))) return;
  const { reports } = event.record;
  if (!reports?.every((report) => report.source !== undefined && report.locator !== undefined)) return;
  const cites = reports.some(
    (report) =>
      report.locator === `p${paragraph}` &&
      (report.source === sourceId(source) || sources.lacks(report.source ?? '')),
  );
  if (cites) return;
  const message = `no report of \`${slug}\` cites paragraph ${paragraph} of \`${source}\``;
  const fix = `Add the report to the event at ${wording.place(event.path)}, or take it off the line.`;
  yield entry.faultAt(path, message, fix);
}

/** An event that a report cites from a paragraph is named on that paragraph's line. */
function* reportsAreInTheLedger(corpus: Corpus): Iterable<Fault> {
  for (const cited of citations(corpus)) yield* faultsOfCitation(corpus, cited);
}

function* faultsOfCitation({ ledger, wording }: Corpus, cited: Citation): Iterable<Fault> {
  const { event, source, paragraph, path } = cited;
  const entry = ledger.find((each) => each.isSound('source') && each.value.source === source);
  if (entry === undefined) return;
  const { paragraphs } = entry.value;
  if (entry.isSound('paragraphs') && paragraph > paragraphs) {
    const message = `\`${source}\` has only ${countOf(paragraphs)}, by its ledger at ${wording.place(entry.path)}`;
    yield faultAt(path, message, 'Correct the number of the paragraph.');
    return;
  }
  // A paragraph without a line is the fault of `everyParagraphHasALine`.
  const line = entry.isSound('lines', paragraph) ? linesOf(entry)?.[paragraph] : undefined;
  if (line === undefined || (Array.isArray(line) && line.includes(event))) return;
  const says = Array.isArray(line) ? `does not name \`${event}\`` : 'says `nothing`';
  const place = wording.place([...entry.path, 'lines', paragraph], 'key');
  const message = `the ledger's line for paragraph ${paragraph} (${place}) ${says}`;
  yield faultAt(path, message, `Add \`${event}\` to it, or correct the paragraph.`);
}

/** A report of an event from a paragraph of a source. Both are given by their slugs. */
interface Citation {
  readonly event: string;
  readonly source: string;
  readonly paragraph: number;
  /** Of the paragraph in the report. */
  readonly path: Path;
}

function citations({ drafts }: Corpus): Citation[] {
  return drafts.events.flatMap((draft) => {
    const { id } = draft.record;
    return id === undefined
      ? []
      : reportsOf(draft).flatMap(({ record: { source, locator = '' }, path }) => {
          const paragraph = /^p(\d+)$/.exec(locator)?.[1];
          if (source === undefined || paragraph === undefined) return [];
          return [
            {
              event: slugOf(id),
              source: slugOf(source),
              paragraph: Number(paragraph),
              path: [...path, 'locator'],
            },
          ];
        });
  });
}

function linesOf(
  entry: Item<LedgerSeed> | Item<Pick<LedgerSeed, 'source'>>,
): LedgerSeed['lines'] | undefined {
  const { lines } = entry.value as { readonly lines?: unknown };
  return isMapping(lines) ? (lines as LedgerSeed['lines']) : undefined;
}

/** The lines that name events, by paragraph. */
function soundLines(entry: Item<LedgerSeed>): [string, readonly string[]][] {
  return Object.entries(linesOf(entry) ?? {}).flatMap(([key, line]: [string, LedgerLineSeed]) => {
    if (!entry.isSound('lines', key)) return [];
    return [[key, Array.isArray(line) ? (line as readonly string[]) : []]];
  });
}

/** The runs of numbers from 1 that are not covered. */
function gaps(count: number, isCovered: (number: number) => boolean): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (let number = 1; number <= count; number += 1) {
    if (isCovered(number)) continue;
    const last = found.at(-1);
    if (last?.to === number - 1) last.to = number;
    else found.push({ from: number, to: number });
  }
  return found;
}

function eventsCitedFrom(corpus: Corpus, source: string, from: number, to: number): string {
  const cited = citations(corpus).filter(
    ({ source: cites, paragraph }) => cites === source && paragraph >= from && paragraph <= to,
  );
  return cited.length === 0 ? '' : ` (${cited.map(({ event }) => event).join(', ')})`;
}

function countOf(paragraphs: number): string {
  return paragraphs === 1 ? 'one paragraph' : `${paragraphs} paragraphs`;
}

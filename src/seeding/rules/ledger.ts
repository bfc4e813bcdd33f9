import { isMapping, type Corpus } from '../corpus.ts';
import type { SeedFault } from '../fault.ts';
import { having, type Item } from '../item.ts';
import type { LedgerLineSeed, LedgerSeed } from '../seedTypes.ts';

/** The ledger has one entry for each text, and none for the public record. */
export function* everyTextHasOneLedger({ sources, ledger, ledgerComplete }: Corpus): Iterable<SeedFault> {
  const first = new Map<string, Item<object>>();
  for (const entry of having(ledger, 'source')) {
    const { source } = entry.value;
    const other = first.get(source);
    if (other === undefined) first.set(source, entry);
    else {
      const message = `the ledger has an entry for \`${source}\` already at ${other.place}`;
      yield entry.faultAt(['source'], message, 'Make the two one.');
    }
    const found = sources.find(source);
    if (found?.isSound('role') && found.value.role !== 'TEXT') {
      const message = `\`${source}\` is no text of the corpus: its role is ${found.value.role}`;
      yield entry.faultAt(['source'], message, `Take the entry out, or correct the role at ${found.place}.`);
    }
  }
  const mayBeElsewhere =
    !ledgerComplete || ledger.some((entry) => !entry.isSound('source') || sources.lacks(entry.value.source));
  for (const source of mayBeElsewhere ? [] : sources.having('id', 'role')) {
    const { id, role } = source.value;
    if (role !== 'TEXT' || first.has(id)) continue;
    const message = `the ledger has no entry for the text \`${id}\``;
    yield source.faultAt(['id'], message, 'Add one to ledger.yaml, with a line for each paragraph.');
  }
}

/** Every paragraph of a text has a line, even if it says that there is nothing. */
export function* everyParagraphHasALine(corpus: Corpus): Iterable<SeedFault> {
  for (const entry of having(corpus.ledger, 'source', 'paragraphs')) {
    const { source, paragraphs } = entry.value;
    const lines = linesOf(entry);
    // A key that is no number stands for a paragraph that nobody can tell.
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
export function* linesCiteReports(corpus: Corpus): Iterable<SeedFault> {
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
  { events, sources, reports }: Corpus,
  entry: Item<LedgerSeed>,
  paragraph: string,
  index: number,
  id: string,
): Iterable<SeedFault> {
  const path = ['lines', paragraph, index];
  yield* events.faultsOfUnknown(id, entry, path);
  const event = events.find(id);
  const { source } = entry.value;
  if (!event?.isSound('reports') || !entry.isSound('source') || sources.lacks(source)) return;
  const cites = reports.some(
    ({ event: { value }, report: { value: report } }) =>
      value.id === id &&
      report.paragraph === Number(paragraph) &&
      (report.source === source || sources.lacks(report.source)),
  );
  if (cites) return;
  const message = `no report of \`${id}\` cites paragraph ${paragraph} of \`${source}\``;
  yield entry.faultAt(
    path,
    message,
    `Add the report to the event at ${event.place}, or take it off the line.`,
  );
}

/** What a report cites from a paragraph of a text stands on that paragraph's line. */
export function* reportsAreInTheLedger({ ledger, reports }: Corpus): Iterable<SeedFault> {
  for (const { event, report } of reports) {
    const { source, paragraph } = report.value;
    if (paragraph === undefined || !report.has(['source', 'paragraph']) || !event.isSound('id')) continue;
    const entry = ledger.find((each) => each.isSound('source') && each.value.source === source);
    if (entry === undefined) continue;
    const { paragraphs } = entry.value;
    if (entry.isSound('paragraphs') && paragraph > paragraphs) {
      const message = `\`${source}\` has only ${countOf(paragraphs)}, by its ledger at ${entry.place}`;
      yield report.faultAt(['paragraph'], message, 'Correct the number of the paragraph.');
      continue;
    }
    // A paragraph without a line is the fault of `everyParagraphHasALine`.
    const line = entry.isSound('lines', paragraph) ? linesOf(entry)?.[paragraph] : undefined;
    if (line === undefined || (Array.isArray(line) && line.includes(event.value.id))) continue;
    const says = Array.isArray(line) ? `does not name \`${event.value.id}\`` : 'says `nothing`';
    const { file, line: row } = entry.faultAtKey(['lines', paragraph], '', '');
    const message = `the ledger's line for paragraph ${paragraph} (${file}:${row}) ${says}`;
    yield report.faultAt(
      ['paragraph'],
      message,
      `Add \`${event.value.id}\` to it, or correct the paragraph.`,
    );
  }
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

function eventsCitedFrom({ reports }: Corpus, source: string, from: number, to: number): string {
  const cited = reports.filter(({ event, report }) => {
    const { paragraph = 0, source: cites } = report.value;
    return event.isSound('id') && cites === source && paragraph >= from && paragraph <= to;
  });
  return cited.length === 0 ? '' : ` (${cited.map(({ event }) => event.value.id).join(', ')})`;
}

function countOf(paragraphs: number): string {
  return paragraphs === 1 ? 'one paragraph' : `${paragraphs} paragraphs`;
}

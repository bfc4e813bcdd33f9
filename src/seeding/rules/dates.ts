import { EdtfError } from '../../time/edtfError.ts';
import { type BoundedDate, parseEdtf } from '../../time/parseEdtf.ts';
import type { Corpus } from '../corpus.ts';
import type { SeedFault } from '../fault.ts';
import { having, type Item } from '../item.ts';

/** All dates are EDTF. */
export function* datesCanBeRead({ sources, reports }: Corpus): Iterable<SeedFault> {
  for (const source of sources.having('published')) {
    const { published } = source.value;
    if (published !== undefined) yield* faultsOfDate(published, source, 'published');
  }
  for (const report of having(
    reports.map((each) => each.report),
    'date',
  )) {
    yield* faultsOfDate(report.value.date, report, 'date');
  }
}

function* faultsOfDate(text: string, item: Item<object>, field: string): Iterable<SeedFault> {
  const date = read(text);
  if (!(date instanceof EdtfError)) return;
  // The error's first sentence says what is wrong, the others what to write.
  const [message = '', ...fixes] = date.message.split(/\. (?=[A-Z])/);
  yield item.faultAt([field], message.replace(/\.$/, ''), fixes.join('. ') || 'Write an EDTF date.');
}

/** Nothing is read before it is published, nor retracted. */
export function* publishedBeforeRead({ sources }: Corpus): Iterable<SeedFault> {
  for (const source of sources.having('published', 'read', 'retracted')) {
    const { published, read: dayRead, retracted } = source.value;
    const date = published === undefined ? undefined : read(published);
    if (date === undefined || date instanceof EdtfError) continue;
    if (date.earliest > dayRead) {
      const message = `it was published (${published}) after the day it was read (${dayRead})`;
      yield source.faultAt(['published'], message, 'Correct one of the two days.');
    }
    if (retracted !== undefined && date.earliest > retracted) {
      const message = `it was retracted (${retracted}) before it was published (${published})`;
      yield source.faultAt(['retracted'], message, 'Correct one of the two days.');
    }
  }
}

/** No source states its own date as a range or as uncertain: somebody found it, and says how. */
export function* derivedDatesHaveABasis({ sources }: Corpus): Iterable<SeedFault> {
  for (const source of sources.having('published', 'basis')) {
    const { published, basis } = source.value;
    const date = published === undefined ? undefined : read(published);
    if (basis !== undefined || date === undefined || date instanceof EdtfError) continue;
    if (date.qualified || date.extent === 'SPAN' || date.precision === 'RANGE') {
      const message = `\`published\` is a date that the source does not state itself, but it has no \`basis\``;
      yield source.faultAt(['published'], message, 'Add `basis`: how the date was found.');
    }
  }
}

function read(text: string): BoundedDate | EdtfError {
  try {
    return parseEdtf(text);
  } catch (error) {
    if (error instanceof EdtfError) return error;
    throw error;
  }
}

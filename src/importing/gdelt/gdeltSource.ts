import type { SourceRecord } from '../../record/source.ts';
import type { Day } from '../../time/day.ts';
import { datedSource } from '../coded/codedRow.ts';
import { isAddress } from '../isAddress.ts';
import { memoize } from '../memoize.ts';
import { hashOf } from '../slugOf.ts';

/**
 * The document that a row is from: the article at its address as GDELT held it on the day, or GDELT itself where the
 * row has none. Known from that day on. An address that GDELT found on several days is a source of each, so that
 * neither the order nor the number of the files that were read makes a difference.
 */
export function gdeltSourceOf(url: string, added: Day): SourceRecord {
  return sourceOf(`${added} ${url}`);
}

/** Several rows on end are often of one document. */
const sourceOf = memoize((dayAndUrl): SourceRecord => {
  const added = dayAndUrl.slice(0, 10);
  const url = dayAndUrl.slice(11);
  const { id, ...document } = url.trim() === '' ? ofTheDay(added) : ofAddress(url, added);
  return datedSource(id, {
    ...document,
    day: added,
    basis: 'The day on which GDELT added it (DATEADDED).',
  });
});

type Document = Pick<SourceRecord, 'id' | 'title' | 'publisher' | 'url'>;

function ofTheDay(added: Day): Document {
  const title = `GDELT 1.0: events added on ${added}`;
  return { id: `source:gdelt-added-${added}`, title, publisher: 'GDELT Project', url: null };
}

/** Some rows name a broadcast or an agency in words instead of an address. */
function ofAddress(text: string, added: Day): Document {
  const id = `source:gdelt-${hashOf(`${added} ${text}`)}`;
  if (!isAddress(text)) return { id, title: text, publisher: 'unknown', url: null };
  const { hostname, pathname } = new URL(text);
  const publisher = hostname.replace(/^www\./, '');
  const words = wordsIn(pathname);
  return { id, title: words === '' ? publisher : `${publisher}: ${words}`, publisher, url: text };
}

/** What the last part of a path says: `/2016/07/talks-in-vienna.html` is about `talks in vienna`. */
function wordsIn(path: string): string {
  const last = path.split('/').findLast((part) => part !== '') ?? '';
  return decoded(last)
    .replace(/\.[a-z]{3,5}$/i, '')
    .replaceAll(/[-_+\s]+/g, ' ')
    .trim()
    .slice(0, 120);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

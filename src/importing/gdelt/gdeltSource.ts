import type { SourceRecord } from '../../record/source.ts';
import type { Day } from '../../time/day.ts';
import { datedSource } from '../coded/codedRow.ts';
import { isAddress, memoize, hashOf } from '../texts.ts';

/**
 * The document of a row: the article at its address as GDELT read it on the day, or GDELT itself if the row has no
 * address. It is known from that day on. If GDELT found an address on several days, each day is a source, so that
 * neither the order nor the number of files matters.
 */
export function gdeltSourceOf(url: string, added: Day): SourceRecord {
  return sourceOf(`${added} ${url}`);
}

/** Successive rows often have the same document. */
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

/** The words in the last part of a path: `/2016/07/talks-in-vienna.html` gives `talks in vienna`. */
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

import type { SourceRecord } from '../../record/source.ts';
import type { Day } from '../../time/day.ts';
import { datedSource } from '../coded/codedRow.ts';
import { isAddress, memoize, hashOf } from '../texts.ts';

/**
 * The document of a row: the article at its address as GDELT read it on the day, or GDELT itself if the row has no
 * address. It is known from that day on. If GDELT found an address on several days, each day is a source, so that
 * neither the order nor the number of files matters.
 * @param publisher who published a document that is named in words
 */
export function gdeltSourceOf(url: string, added: Day, publisher = ''): SourceRecord {
  return sourceOf([added, url, publisher].join('\t'));
}

/** Successive rows often have the same document. */
const sourceOf = memoize((dayAndDocument): SourceRecord => {
  const [added = '', url = '', publisher = ''] = dayAndDocument.split('\t');
  const { id, ...document } = url.trim() === '' ? ofTheDay(added) : ofAddress(url, added, publisher);
  return datedSource(id, {
    ...document,
    day: added,
    basis: 'The day on which GDELT read it (DATEADDED, of a mention MentionTimeDate).',
  });
});

type Document = Pick<SourceRecord, 'id' | 'title' | 'publisher' | 'url'>;

function ofTheDay(added: Day): Document {
  const title = `GDELT: events added on ${added}`;
  return { id: `source:gdelt-added-${added}`, title, publisher: 'GDELT Project', url: null };
}

/** Some rows name a broadcast or an agency in words instead of an address. */
function ofAddress(text: string, added: Day, publisher: string): Document {
  const id = `source:gdelt-${hashOf(`${added} ${text}`)}`;
  if (!isAddress(text)) return { id, title: text, publisher: publisher.trim() || 'unknown', url: null };
  const { hostname, pathname } = new URL(text);
  const host = hostname.replace(/^www\./, '');
  const words = wordsIn(pathname);
  return { id, title: words === '' ? host : `${host}: ${words}`, publisher: host, url: text };
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

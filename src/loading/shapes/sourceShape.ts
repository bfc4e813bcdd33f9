import type { RowOf, Shape } from '../../cypher/shape.ts';
import type { SourceRecord } from '../../record/source.ts';
import type { Publication } from '../../reasoning/publication.ts';

export const SOURCE = {
  id: 'TEXT',
  title: 'TEXT',
  publisher: 'TEXT',
  author: 'TEXT',
  url: 'TEXT',
  role: 'TEXT',
  published: 'TEXT',
  publishedBasis: 'TEXT',
  read: 'DAY',
  retracted: 'DAY',
} as const satisfies Shape;

export function sourceRow(source: SourceRecord): RowOf<typeof SOURCE> {
  const { id, title, publisher, author, url, role, published, publishedBasis, read, retracted } = source;
  return { id, title, publisher, author, url, role, published, publishedBasis, read, retracted };
}

/** Between which days it was published: derived. */
export const PUBLICATION = { publishedEarliest: 'DAY', publishedLatest: 'DAY' } as const satisfies Shape;

export function publicationRow({ earliest, latest }: Publication): RowOf<typeof PUBLICATION> {
  return { publishedEarliest: earliest, publishedLatest: latest };
}

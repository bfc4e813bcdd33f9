import { SOURCE_ROLES } from '../ontology/sourceRoles.ts';
import {
  absent,
  day,
  edtf,
  id,
  ids,
  notInSeeds,
  oneOf,
  optional,
  type RecordOf,
  table,
  text,
  texts,
  truth,
  usually,
  whole,
} from './attribute.ts';
import { ADDRESS } from './structure/schemaParts.ts';

/** A document or dataset that says something. Days are UTC. */
export const SOURCE = table('source', {
  id: id('The id, such as `source:moscow-format-2021`.', 'source'),
  title: text('The title of the document, as it stands there; else a description of the document.'),
  titled: usually(
    true,
    truth('Whether the title stands on the document. If not, it describes a document that has no title.'),
  ),
  publisher: text('The publisher. If the document reprints an agency, the agency is in parentheses.'),
  author: optional(text('The author.'), 'if the document names none'),
  url: optional(text('The address at which the document was read.', ADDRESS), 'if the document has none'),
  role: usually(
    'DATA',
    oneOf(
      'The reason why the source is in the graph: a text of the corpus, a public record beside it, or imported data.',
      SOURCE_ROLES,
    ),
  ),
  published: optional(edtf('The date of publication, as precise as known.'), 'if unknown'),
  publishedBasis: optional(
    text('How the date of publication was derived.'),
    'if the document states the date, or if the date is unknown',
  ),
  basedOn: ids(
    'The sources that the document rewrites, such as the report of a news agency. It is not independent of them.',
    'source',
  ),
  entries: notInSeeds(
    absent(
      whole(
        'The number of entries, if the document is a whole issue of a list: nobody else was on the list.',
      ),
      'if it is no whole issue of a list',
    ),
  ),
  unread: notInSeeds(
    texts('The keys of those entries of the issue that could not be read. They were on the list too.'),
  ),
  read: day(
    'The day (UTC) on which the document was read, and the last on which it can have been published.',
  ),
  retracted: optional(
    day('The day (UTC) from which the source no longer counts.'),
    'if the source has not been retracted',
  ),
});

export type SourceRecord = RecordOf<typeof SOURCE>;

/** As the graph keeps it, on its node. The days of its publication follow from what it reports, too. */
export const STORED_SOURCE = table('stored source', {
  ...SOURCE.attributes,
  publishedEarliest: day(
    'The first day (UTC) on which the document can have been published, not before the latest event that it affirms.',
  ),
  publishedLatest: day(
    'The last day (UTC) on which the document can have been published, not after the day it was read.',
  ),
});

import { identifierOf } from '../../queries/parts/columns.ts';
import type { WholeEntityRow } from '../../queries/wholeRecords.ts';
import type { Exporter, ExportInput, Piece } from '../exporter.ts';
import { ftmEvent, ftmPosition, ftmRepresentations } from './ftmEvent.ts';
import { ftmId, ftmObject, type FtmObject } from './ftmObject.ts';
import { SeenIds } from '../exportedIds.ts';
import { viewParts } from '../viewParts.ts';

/** Objects of https://followthemoney.tech, one JSON a line. */
export const followTheMoney: Exporter = {
  description: 'FollowTheMoney objects, one JSON object a line: affirmed events and their participants.',
  files: null,
  without: {
    levels: 'Format "ftm" has no levels of relationships.',
    pairs: 'Format "ftm" has events, not pairs of entities.',
    rawCells: 'Format "ftm" has no cells.',
  },
  refuses: ({ stances }) =>
    stances?.some((stance) => stance !== 'AFFIRMS') === true
      ? 'Format "ftm" holds only affirmed events. Leave --stances out.'
      : null,
  pieces,
};

async function* pieces(input: ExportInput): AsyncGenerator<Piece> {
  const seen = new SeenIds();
  // The model has no way to express a denied or expected event.
  for await (const { entities, events } of viewParts({
    ...input,
    filter: { ...input.filter, stances: ['AFFIRMS'] },
  })) {
    const objects = [
      ...entities.map(ftmEntity),
      ...events.flatMap((event) => [...ftmPosition(event), ...ftmRepresentations(event), ...ftmEvent(event)]),
    ];
    const byId = new Map(objects.map((object) => [object.id, object]));
    const added = seen.takeNew([...byId.keys()]).map((id) => `${JSON.stringify(byId.get(id))}\n`);
    yield { file: '', text: added.join(''), events: events.length };
  }
}

function ftmEntity(entity: WholeEntityRow) {
  const { id, kind, name, aliases, description, group, partOf, identifiers } = entity;
  const keys = identifiers.map(identifierOf);
  const keysOf = (scheme: string) => keys.filter((key) => key.scheme === scheme).map(({ value }) => value);
  return ftmObject(entity, id, schemaOf(kind, group), {
    name: [name],
    alias: aliases,
    notes: [description],
    country: keysOf('iso3166-1-alpha-2').map((code) => code.toLowerCase()),
    wikidataId: keysOf('wikidata'),
    parent: kind === 'ACTOR' || partOf === null ? [] : [ftmId(partOf)],
  });
}

/** In FollowTheMoney states are public bodies, and a group of people is not a person. */
function schemaOf(kind: WholeEntityRow['kind'], group: boolean): FtmObject['schema'] {
  if (kind === 'COUNTRY') return 'PublicBody';
  if (kind === 'ORGANIZATION') return 'Organization';
  return group ? 'LegalEntity' : 'Person';
}

import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse, parseDocument, stringify } from 'yaml';
import { compileSeeds } from '../../src/seeding/compileSeeds.ts';
import { compileTexts, GOOD_SEEDS, goodTexts, type SeedTexts } from './seedFolder.ts';

let good: SeedTexts;
beforeAll(async () => {
  good = await goodTexts();
});

describe('compileSeeds', () => {
  test('prefixes ids, fills in defaults, and keeps dates as they are written', async () => {
    const { dataset } = await compileSeeds(GOOD_SEEDS, 'small');
    expect(dataset?.events.find(({ id }) => id === 'event:front-designated')).toEqual({
      id: 'event:front-designated',
      type: 'DESIGNATED',
      summary: 'Ruritania bans the River Front.',
      post: null,
      intends: null,
      cameo: null,
      topics: ['security'],
      places: [],
      figures: [],
      partOf: [],
      follows: [],
      participants: [
        { role: 'AGENT', entity: 'ruritania', onBehalfOf: null },
        { role: 'TARGET', entity: 'river-front', onBehalfOf: null },
      ],
      reports: [
        {
          source: 'source:court-gazette',
          stance: 'AFFIRMS',
          date: '1998-01-12',
          wording: null,
          basis: null,
          basedOn: [],
          attributedTo: null,
          locator: 'decree 12',
          participants: null,
        },
        {
          source: 'source:morning-post',
          stance: 'AFFIRMS',
          date: '1998',
          wording: 'last year',
          basis: null,
          basedOn: [],
          attributedTo: null,
          locator: 'p1',
          participants: [
            { role: 'AGENT', entity: 'ruritanian-court', onBehalfOf: 'ruritania' },
            { role: 'TARGET', entity: 'river-front', onBehalfOf: null },
          ],
        },
      ],
    });
  });

  test('reads entities and sources with all that they leave out', async () => {
    const { dataset } = await compileSeeds(GOOD_SEEDS, 'small');
    expect(dataset?.id).toBe('small');
    expect(dataset?.entities[1]).toEqual({
      id: 'river-front',
      kind: 'ORGANIZATION',
      name: 'River Front',
      aliases: [],
      description: 'An armed movement.',
      group: true,
      partOf: null,
      existed: null,
      identifiers: [{ scheme: 'wikidata', value: 'Q2' }],
      countries: [],
    });
    expect(dataset?.sources[1]).toEqual({
      id: 'source:morning-post',
      title: 'A thaw on the river',
      titled: true,
      publisher: 'The Morning Post',
      author: null,
      url: null,
      role: 'TEXT',
      published: '[1999-05-01..1999-06-10]',
      publishedBasis: 'it looks back on May and was read on 10 June',
      basedOn: [],
      unread: [],
      read: '1999-06-10',
      retracted: null,
    });
  });

  test('reads links, figures, posts and intentions', async () => {
    const { dataset } = await compileSeeds(GOOD_SEEDS, 'small');
    const [delisting, , post, met] = dataset!.events;
    expect(delisting).toMatchObject({
      partOf: ['event:veld-met-front'],
      follows: ['event:front-designated'],
      intends: 'DELISTED',
    });
    expect(post).toMatchObject({ post: 'Chancellor' });
    expect(met).toMatchObject({ figures: [{ what: 'delegates', value: 12 }], places: ['Streslau'] });
  });

  test('gives the same dataset in whichever order the files and their items come', async () => {
    const { dataset } = await compileTexts(good);
    await fc.assert(
      fc.asyncProperty(shuffled(good), async (texts) => {
        expect(await compileTexts(texts)).toEqual({ dataset });
      }),
      { numRuns: 40 },
    );
  });

  test('gives no dataset as soon as there is one fault', async () => {
    const bad = new Map(good).set('ledger.yaml', good.get('ledger.yaml')!.replace('3: {', '4: {'));
    const compiled = await compileTexts(bad);
    expect(compiled.dataset).toBeUndefined();
    expect(compiled.faults).not.toHaveLength(0);
  });
});

type Seed = Record<string, unknown>;
type Participants = Record<string, unknown[]>;

/** The same items, in any order, in files of any name, with their reports and participants in any order. */
function shuffled(texts: SeedTexts): fc.Arbitrary<SeedTexts> {
  const itemsOf = (folder: string): Seed[] =>
    [...texts].filter(([name]) => name.startsWith(folder)).flatMap(([, text]) => itemsIn(text));
  return fc
    .record({
      entities: anyOrder(itemsOf('entities/')),
      sources: anyOrder(itemsOf('sources')),
      events: anyOrder(itemsOf('events/')).chain((events) => fc.tuple(...events.map(shuffledEvent))),
      ledger: anyOrder(itemsOf('ledger')),
      entityCut: fc.nat({ max: 3 }),
      eventCut: fc.nat({ max: 3 }),
      name: fc.constantFrom('a', 'm', 'z'),
    })
    .map(
      ({ entities, sources, events, ledger, entityCut, eventCut, name }) =>
        new Map([
          [`entities/${name}.yaml`, stringify(entities.slice(0, entityCut))],
          ['entities/n.yaml', stringify(entities.slice(entityCut))],
          [`events/${name}.yaml`, stringify(events.slice(0, eventCut))],
          ['events/n.yaml', stringify(events.slice(eventCut))],
          ['sources.yaml', stringify(sources)],
          ['ledger.yaml', stringify(ledger)],
        ]),
    );
}

function itemsIn(text: string): Seed[] {
  expect(parseDocument(text).errors).toEqual([]);
  return parse(text, { schema: 'failsafe' }) as Seed[];
}

function anyOrder<T>(items: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length });
}

function shuffledEvent(event: Seed): fc.Arbitrary<Seed> {
  return fc
    .record({
      participants: shuffledParticipants(event.participants as Participants),
      reports: anyOrder(event.reports as Seed[]),
      fields: anyOrder(Object.keys(event)),
    })
    .map(({ participants, reports, fields }) => {
      const all: Seed = { ...event, participants, reports };
      return Object.fromEntries(fields.map((field) => [field, all[field]]));
    });
}

function shuffledParticipants(participants: Participants): fc.Arbitrary<Participants> {
  return anyOrder(Object.keys(participants)).chain((roles) =>
    fc
      .tuple(...roles.map((role) => anyOrder(participants[role] ?? [])))
      .map((lists) => Object.fromEntries(roles.map((role, index) => [role, lists[index] ?? []]))),
  );
}

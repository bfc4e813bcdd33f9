import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadDataset } from '../../src/loading/loadDataset.ts';
import { dataset, entity, event, PREFIX, source } from '../loading/smallDatasets.ts';
import { clear } from '../loading/snapshot.ts';
import { anyName, SCRIPTS } from '../record/anyName.ts';
import { startService, type TestService } from '../setup/testService.ts';

/** Entities by the ends of their ids, each with its names. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  korean: ['Bada Institute', '바다연구소'],
  'korean-two': ['푸른 바다'],
  russian: ['Zaykin Fund', 'Фонд Зайкина'],
  'russian-accented': ['Йо́ркин', 'Берёзов'],
  ukrainian: ['Їжакевич'],
  arabic: ['House of Sami', 'دار أبو سامي'],
  pointed: ['دَارُ السَّلَام'],
  persian: ['خانه‌ی کتاب'],
  hindi: ['Kiran Trust', 'किरण न्यास'],
  tamil: ['அன்பு மன்றம்'],
  thai: ['สภาประชาชนลุ่มน้ำ'],
  japanese: ['ジドーシャ・ガルド', 'ひがし'],
  'japanese-otherwise': ['シトーシャ'],
  hebrew: ['קֶרֶן בֶּן־אוֹר'],
  greek: ['ΦΑΡΟΣ', 'Ἑλλὰς Μία'],
  numeral: ['Ⅶ Brigade'],
  will: ['The Will'],
  theodore: ['Theodore Willard'],
  stop: ['Not As It Was'],
  east: ['东国'],
  west: ['西国'],
  both: ['西国 东国'],
  bank: ['东国银行'],
  'a-b-c': ['A-B-C Works'],
  begins: ['Amber Blue Coal Works'],
  turkish: ['Işık Derneği İzmir'],
  latin: ['Straße Łódź Æbelø', 'Sana\u02bfa Qāʾim'],
  dotted: ["People's U.W.O. 1,000", 'Co\u00adop Zero\u200bwidth'],
  signs: ['?!', '🙂'],
  other: ['A name'],
};

const SEARCHES: readonly [search: string, finds: readonly string[], findsNot?: readonly string[]][] = [
  ['바다연구소', ['korean'], ['korean-two']],
  ['바다', ['korean', 'korean-two']],
  ['바', [], ['korean', 'korean-two']],
  ['йоркин', ['russian-accented']],
  ['березов', ['russian-accented']],
  ['иоркин', ['russian-accented']],
  ['Їжак', ['ukrainian']],
  ['دار ابو سامی', ['arabic']],
  ['دار السلام', ['pointed']],
  ['خانه کتاب', ['persian']],
  ['خانه‌ی', ['persian']],
  ['किरण', ['hindi']],
  ['किर', ['hindi']],
  ['ประชาชน', ['thai']],
  ['ป', [], ['thai']],
  ['ジドーシャ', ['japanese'], ['japanese-otherwise']],
  ['ガルド', ['japanese']],
  ['ｶﾞﾙﾄﾞ', ['japanese']],
  ['קרן בן אור', ['hebrew']],
  ['φάρος', ['greek']],
  ['ελλας μια', ['greek']],
  ['VII Brigade', ['numeral']],
  ['The Will', ['will', 'theodore']],
  ['to be', [], ['stop']],
  ['as it', ['stop']],
  ['东国', ['east', 'both', 'bank'], ['west']],
  ['西国 东国', ['both'], ['east', 'west', 'bank']],
  ['国', ['east', 'west', 'both', 'bank']],
  ['东国银行', ['bank'], ['east', 'west', 'both']],
  ['东国大学', [], ['east', 'bank']],
  ['A-B-C Works', ['a-b-c'], ['begins']],
  ['abc works', ['a-b-c'], ['begins']],
  ['A Works', ['a-b-c'], ['begins']],
  ['isik dernegi IZMIR', ['turkish']],
  ['IŞIK', ['turkish']],
  ['strasse lodz aebelo', ['latin']],
  ['STRAẞE', ['latin']],
  ['sanaa', ['latin']],
  ['qaim', ['latin']],
  ['peoples', ['dotted']],
  ['people', ['dotted']],
  ['uwo', ['dotted']],
  ['1000', ['dotted']],
  ['100', [], ['dotted']],
  ['1001', [], ['dotted']],
  ['coop zerowidth', ['dotted']],
  ['co op zero width', ['dotted']],
  ['?!', ['signs'], ['other']],
  ['?', [], ['other']],
];

/** An entity of each script of Unicode. */
const ANY = SCRIPTS.map((script, seed) => {
  const [names = []] = fc.sample(fc.tuple(anyName(script), anyName(script)), { seed, numRuns: 1 });
  return { id: `any-${script.name.toLowerCase()}`, names };
});

const TEXTS = ['바다연구소', 'Зайкина', 'أبو سامي', 'किरण न्यास', 'ジドーシャ', '东国'];

let service: TestService;
beforeAll(async () => {
  service = await startService();
  const named = (id: string, [name = '', ...aliases]: readonly string[]) =>
    entity(id, { kind: 'ORGANIZATION', name, aliases });
  await loadDataset(
    service.graph,
    dataset('names', {
      entities: [
        ...Object.entries(KNOWN).map(([id, names]) => named(id, names)),
        ...ANY.map(({ id, names }) =>
          named(
            id,
            names.map(({ name }) => name),
          ),
        ),
        entity('ada'),
        entity('bo'),
      ],
      sources: [source('gazette')],
      events: TEXTS.map((text, i) =>
        event(`text-${i}`, { summary: `Ada urges Bo: ${text}.`, topics: [`topic ${i}`] }),
      ),
    }),
  );
});
afterAll(async () => {
  await clear(service.graph, 'names');
  await service.close();
});

/** The ids of this test that each search finds, in order, as its page has them. */
async function found(searches: readonly string[], field = 'entities(search: '): Promise<string[][]> {
  const pages: string[][] = [];
  for (let start = 0; start < searches.length; start += 25) {
    const some = searches.slice(start, start + 25);
    const close = field.includes('where') ? '}' : '';
    const fields = some.map(
      (search, i) =>
        `s${i}: ${field}${JSON.stringify(search)}${close}, first: 200) { totalCount edges { node { id } } }`,
    );
    const data = await service.data(`{ ${fields.join('\n')} }`);
    pages.push(...some.map((_, i) => idsOf(data[`s${i}`])));
  }
  return pages;
}

function idsOf({ edges }: { edges: { node: { id: string } }[] }): string[] {
  return edges.map(({ node }) => node.id.replace('event:', '').replace(PREFIX, ''));
}

test('Each name and alias finds its entity, first or among those of the same name', async () => {
  const asked = Object.entries(KNOWN).flatMap(([id, names]) => names.map((name) => ({ id, name })));
  const pages = await found(asked.map(({ name }) => name));
  expect(asked.map(({ id, name }, i) => [name, pages[i]![0] ?? null, id])).toEqual(
    asked.map(({ id, name }) => [name, id, id]),
  );
});

test('A search finds who has each of its words, and nobody else', async () => {
  const pages = await found(SEARCHES.map(([search]) => search));
  const wrong = SEARCHES.filter(([, finds, findsNot = []], i) => {
    const ids = pages[i]!;
    return !finds.every((id) => ids.includes(id)) || findsNot.some((id) => ids.includes(id));
  });
  expect(wrong).toEqual([]);
});

describe('Of names in all scripts of Unicode', () => {
  const named = ANY.flatMap(({ id, names }) => names.map((name) => ({ id, ...name })));

  test('each finds its entity first', async () => {
    const pages = await found(named.map(({ name }) => name));
    const lost = named.filter(({ id }, i) => pages[i]![0] !== id);
    expect(lost).toEqual([]);
  });

  test('each word and each part of a word finds its entity', async () => {
    const asked = named.flatMap(({ id, words, parts }) =>
      [...new Set([...words, ...parts])].map((word) => ({ id, word })),
    );
    const pages = await found(asked.map(({ word }) => word));
    const lost = asked.filter(({ id }, i) => !pages[i]!.includes(id));
    expect(lost).toEqual([]);
  });
});

test('Events are found by words of all scripts in their texts', async () => {
  const pages = await found(TEXTS, 'events(where: { search: ');
  expect(pages).toEqual(TEXTS.map((_, i) => [`text-${i}`]));
  const [ofTopic] = await found(['topic 3'], 'events(where: { search: ');
  expect(ofTopic).toEqual(['text-3']);
});

import { describe, expect, test } from '@jest/globals';
import { datedEvents } from '../../src/program/dateWidths.ts';
import { readCorpus } from '../../src/program/readCorpus.ts';
import { FIRST_DAY, LAST_DAY } from '../../src/time/day.ts';
import { parseEdtf } from '../../src/time/parseEdtf.ts';

const corpus = await readCorpus();
const dated = datedEvents(corpus);
const dates = new Map(dated.map(({ id, date }) => [id, date]));

/** The day of the event that each text reports. */
const DAYS: Readonly<Record<string, string>> = {
  'source:moscow-format-2021': '2021-10-20',
  'source:delisting-decision-2024': '2024-10-04',
  'source:shoigu-in-kabul-2024': '2024-11-25',
  'source:parliament-bill-2024': '2024-12-17',
  'source:recognition-2025': '2025-07-03',
};

const reports = corpus.events.flatMap(({ id, reports }) =>
  reports.map((report) => ({ event: id, ...report })),
);
const ofTexts = reports.filter(({ source }) => source in DAYS);

describe('The dates of the corpus', () => {
  test('leave few events of one day wide or open, each because nothing published tells more', () => {
    const wide = dated.filter(({ lasts, width }) => !lasts && (width === 'over a year' || width === 'open'));
    expect(wide.length).toBeLessThanOrEqual(15);
    expect(wide.map(({ id }) => id)).toEqual([
      'event:china-agreements-on-afghan-resources',
      'event:kyrgyzstan-delists-taliban',
      'event:russia-promises-military-support-to-central-asian-allies',
      'event:russian-foreign-ministry-defends-talks-with-taliban',
      'event:russian-officials-favour-delisting',
    ]);
  });

  test('disagree only where the pages do', () => {
    expect(dated.filter(({ date }) => date.disputed).map(({ id }) => id)).toEqual([
      'event:delisting-bill-is-brought-in',
    ]);
  });

  test('put no part outside a whole of one day, and no sequel before what it follows', () => {
    const wrong = corpus.events.flatMap(({ id, partOf, follows }) => {
      const date = dates.get(id);
      if (date === undefined) return [];
      const outside = partOf.filter((whole) => {
        const day = dates.get(whole);
        if (day === undefined || day.earliest !== day.latest) return false;
        return date.earliest < day.earliest || date.latest > day.latest;
      });
      const before = follows.filter((first) => date.earliest < (dates.get(first)?.earliest ?? ''));
      return [...outside, ...before].map((other) => [id, other]);
    });
    expect(wrong).toEqual([]);
  });

  test('are those of established publication, not of reading', () => {
    const texts = corpus.sources.filter(({ role }) => role === 'TEXT');
    expect(texts.map(({ id }) => id).sort()).toEqual(Object.keys(DAYS).sort());
    for (const { id, published, publishedBasis, read } of texts) {
      const { earliest, latest } = parseEdtf(published ?? '');
      expect([id, earliest]).toEqual([id, DAYS[id]]);
      expect(latest < read).toBe(true);
      expect(publishedBasis).not.toBeNull();
    }
  });

  test('of what a text says of the present are the day of what it reports', () => {
    const present = ofTexts.filter(({ wording }) =>
      /^(still|at the time of|at the talks)/.test(wording ?? ''),
    );
    expect(present.length).toBeGreaterThan(40);
    const elsewhere = present.filter(({ source, date }) => {
      const { earliest, beginLatest, endEarliest, latest, extent } = parseEdtf(date);
      const day = DAYS[source] ?? '';
      // A week and what goes on hold the day; what is over does not.
      return extent === 'DAY'
        ? earliest > day || latest < day
        : beginLatest > day || endEarliest !== LAST_DAY;
    });
    expect(elsewhere.map(({ event }) => event)).toEqual([]);
    const days = present.filter(({ source, date }) => date === DAYS[source]);
    expect(days.length).toBeGreaterThan(35);
  });

  test('of what a text expects follow its day', () => {
    const expected = ofTexts.filter(({ stance }) => stance === 'EXPECTS');
    expect(expected.length).toBeGreaterThan(10);
    expect(expected.filter(({ source, date }) => parseEdtf(date).earliest <= (DAYS[source] ?? ''))).toEqual(
      [],
    );
  });

  test('tell their basis unless the wording gives them', () => {
    const silent = ofTexts.filter(
      ({ basis, wording }) => basis === null && (wording === null || /undated|^at the time of/.test(wording)),
    );
    expect(silent.map(({ event, locator }) => [event, locator])).toEqual([]);
  });

  test('are open at the start only for borders that are older than the record', () => {
    const open = dated.filter(({ date }) => date.earliest === FIRST_DAY);
    expect(open.map(({ id }) => id)).toEqual([
      'event:china-borders-afghanistan',
      'event:iran-borders-afghanistan',
    ]);
  });

  test('lie within the lives of those who take part', () => {
    const lives = new Map(
      corpus.entities.map(({ id, existed }) => [id, existed === null ? null : parseEdtf(existed)]),
    );
    const outside = corpus.events.flatMap(({ id, participants }) => {
      const date = dates.get(id);
      if (date === undefined) return [];
      return participants
        .filter(({ entity }) => date.earliest < (lives.get(entity)?.earliest ?? FIRST_DAY))
        .map(({ entity }) => [id, entity]);
    });
    expect(outside).toEqual([]);
  });

  test('carry the story on to where the record stands', () => {
    const day = (id: string) => dates.get(`event:${id}`)?.edtf;
    expect(day('russia-suspends-ban-on-taliban')).toBe('2025-04-17');
    expect(day('putin-signs-suspension-law')).toBe('2024-12-28');
    expect(day('russia-accepts-taliban-ambassador')).toBe('2025-07-03');
    expect(day('gul-hassan-presents-credentials-to-putin')).toBe('2026-01-15');
    expect(corpus.events.find(({ id }) => id === 'event:russia-delists-taliban')?.reports).not.toContainEqual(
      expect.objectContaining({ stance: 'AFFIRMS' }),
    );
  });
});

test('A title that describes a document is marked as such', () => {
  const described = corpus.sources.filter(({ title }) =>
    /^(Report|Untitled|Announcement of the)\b/.test(title),
  );
  expect(described.length).toBeGreaterThan(20);
  expect(described.filter(({ titled }) => titled).map(({ id }) => id)).toEqual([]);
});

import { expect, test } from '@jest/globals';
import { canonicalParticipants, canonicalRecord } from '../../src/reasoning/canonicalRecord.ts';
import { participationKey, participationOf } from '../../src/record/participation.ts';
import { event, part, report } from '../loading/smallDatasets.ts';

const IDS = new Map([
  ['a2', 'a'],
  ['b2', 'b'],
]);

test.each([
  ['an id becomes that by which it is known', ['AGENT a2', 'TARGET c'], ['AGENT a', 'TARGET c']],
  ['so does the one acted for', ['AGENT x b2'], ['AGENT x b']],
  ['two that turn out to be one take part once', ['PARTY a', 'PARTY a2', 'PARTY c'], ['PARTY a', 'PARTY c']],
  ['in two roles they do so twice', ['AGENT a', 'TARGET a2'], ['AGENT a', 'TARGET a']],
  ['nobody turns out to act for itself', ['AGENT a2 a'], ['AGENT a']],
])('%s', (_, stated, known) => {
  expect(canonicalParticipants(stated.map(participationOf), IDS).map(participationKey)).toEqual(known);
});

test('a record of nobody joined is itself; of others, every report has its own participants mapped', () => {
  const ada = 'load-test-ada';
  const record = event('talks', {
    reports: [report('gazette'), report('post', { participants: [part('AGENT', 'ada', 'cy')] })],
  });
  expect(canonicalRecord(record, new Map([['other', ada]]))).toBe(record);
  const known = canonicalRecord(record, new Map([[ada, 'x']]));
  expect(known.participants.map(participationKey)).toEqual(['AGENT x', 'TARGET load-test-bo']);
  expect(known.reports.map(({ participants }) => participants?.map(participationKey) ?? null)).toEqual([
    null,
    ['AGENT x load-test-cy'],
  ]);
});

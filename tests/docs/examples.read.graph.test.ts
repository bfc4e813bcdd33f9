import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Kind, parse } from 'graphql';
import { startService, type TestService } from '../setup/testService.ts';
import { filesOf } from './readme.ts';

const examples = await filesOf('docs/examples', '.graphql');

let service: TestService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

describe('the examples', () => {
  test('are numbered without a gap', () => {
    const numbers = examples.map(([name]) => Number(/^(\d\d)-[a-z-]+\.graphql$/.exec(name)?.[1]));
    expect(numbers).toEqual(examples.map((_, index) => index + 1));
  });

  describe.each(examples)('%s', (_, query) => {
    test('begins with its question and names its operation', () => {
      expect(query).toMatch(/^# .*[?.]\n/);
      const [operation, ...others] = parse(query).definitions.filter(
        (one) => one.kind === Kind.OPERATION_DEFINITION,
      );
      expect(others).toEqual([]);
      expect(operation?.name?.value).toMatch(/^[A-Z]/);
    });

    test('answers without errors, and nothing that it asks for is empty', async () => {
      const { data, errors } = await service.ask(query);
      expect(errors).toBeUndefined();
      expect(emptiesIn(data)).toEqual([]);
    });

    test('needs at most three statements', async () => {
      const count = await service.statements(() => service.ask(query));
      expect(count).toBeGreaterThan(0);
      expect(count).toBeLessThanOrEqual(3);
    });
  });
});

/** Other names and topics are truly none for some; all else that an example asks for is there. */
const MAY_BE_EMPTY = new Set(['aliases', 'topics']);

/** Where the answer has an empty list, or nothing at all. */
function emptiesIn(value: unknown, path = 'data'): string[] {
  if (value === undefined) return [path];
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value);
  if (entries.length === 0) return [path];
  return entries.flatMap(([name, child]) =>
    MAY_BE_EMPTY.has(name) ? [] : emptiesIn(child, `${path}.${name}`),
  );
}

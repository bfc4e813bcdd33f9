import { expect, jest, test } from '@jest/globals';
import { runCommand } from './runCommand.ts';

jest.setTimeout(60_000);

const EVENTS = 'tests/importing/fixtures/icews/events.csv';

test('npm run import tells what files come to, without a database where it is only to count', async () => {
  const { code, output } = await runCommand('import', ['icews', EVENTS, '--dry-run'], {});
  expect(output).toContain('Would import: 6 rows read');
  expect(output).toContain('4 events created');
  expect(output).toContain('2 rows merged');
  expect(code).toBe(0);
});

test('npm run import lists the rows that cannot be read, and stops at the first where it is strict', async () => {
  const file = 'tests/importing/fixtures/icews/broken.csv';
  const { code, output } = await runCommand('import', ['icews', file, '--dry-run'], {});
  expect(output).toMatch(/rows could not be read:\n +\S+broken\.csv:3, event_date: "2001-13-01"/);
  expect(code).toBe(0);
  const strict = await runCommand('import', ['icews', file, '--dry-run', '--strict'], {});
  expect(strict.output).toMatch(/broken\.csv:3, event_date: /);
  expect(strict.output).not.toContain('Would import');
  expect(strict.code).toBe(1);
});

test.each([
  [['acled', EVENTS], /There is no format "acled"\. There are: icews, icews14, gdelt, un-sanctions, ftm\./],
  [['icews', 'no-such-file.csv'], /no-such-file\.csv: the file cannot be read\./],
  [['icews', EVENTS, '--dataset', 'A b'], /a name has small letters, digits and hyphens/],
  [['icews', EVENTS, '--limit', 'x'], /Give a whole number/],
  [['gdelt', EVENTS], /events\.csv/],
])('npm run import %j says what is wrong, without a stack', async (args, message) => {
  const { code, output } = await runCommand('import', [...args, '--dry-run'], {});
  expect(output).toMatch(message);
  expect(output).not.toMatch(/^ +at /m);
  expect(code).toBe(1);
});

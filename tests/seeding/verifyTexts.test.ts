import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { formatFaults } from '../../src/seeding/formatFaults.ts';
import { verifyTexts } from '../../src/seeding/verifyTexts.ts';
import { GOOD_SEEDS, withFolder } from './seedFolder.ts';

const verify = (name: string, text: string): Promise<string[]> =>
  withFolder(new Map([[name, text]]), async (folder) =>
    formatFaults(await verifyTexts(GOOD_SEEDS, folder))
      .replaceAll(folder, 'texts')
      .split('\n'),
  );

test.each([
  [
    'a text with the paragraphs of its ledger fits',
    'morning-post.txt',
    'One.\n\nTwo.\r\n \nThree.\n\n',
    ['No faults.'],
  ],
  [
    'a text with other paragraphs than its ledger does not fit',
    'morning-post.txt',
    'One.\nTwo.\n',
    [
      `${join(GOOD_SEEDS, 'ledger.yaml')}:4:15  morning-post.txt has 2 paragraphs, not 3 — Correct the number, and the lines with it.`,
      '',
      '1 fault in 1 file.',
    ],
  ],
  [
    'a text that is not there is named, with the nearest one that is',
    'morning-pots.txt',
    'One.\nTwo.\nThree.\n',
    [
      'texts/morning-pots.txt:1:1  no entry of the ledger is of this text — Enter the text into the seeds, with a ledger.',
      `${join(GOOD_SEEDS, 'ledger.yaml')}:3:9  there is no text \`morning-post\` in texts — Did you mean \`morning-pots\`? Give the file's name without its ending.`,
      '',
      '2 faults in 2 files.',
    ],
  ],
])('%s', async (_, name, text, expected) => {
  expect(await verify(name, text)).toEqual(expected);
});

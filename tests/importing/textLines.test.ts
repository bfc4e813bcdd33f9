import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type InputFile, openInputs } from '../../src/importing/rows/inputFile.ts';
import { textLines } from '../../src/importing/rows/textLines.ts';
import { pathOf } from './importerLaws.ts';
import { zipOf } from './zipOf.ts';

async function filesOf(content: string | Buffer): Promise<readonly InputFile[]> {
  const { files } = await openInputs([await pathOf(content, 'input.zip')]);
  return files;
}

async function linesOf(content: string | Buffer): Promise<[number, string][]> {
  const lines: [number, string][] = [];
  for await (const { line, text } of textLines(await filesOf(content), null)) lines.push([line, text]);
  return lines;
}

test('lines end with a line feed and nothing else, and no space is lost', async () => {
  expect(await linesOf('\uFEFFa\u2028b\r\n\n c\u00a0\r\rd\n')).toEqual([
    [1, 'a\u2028b'],
    [2, ''],
    [3, ' c\u00a0\r\rd'],
  ]);
});

test('a last line needs no end', async () => {
  expect(await linesOf('a\nb')).toEqual([
    [1, 'a'],
    [2, 'b'],
  ]);
});

test('letters and lines may lie across the portions in which a file is read', async () => {
  const long = 'x' + 'ü€😀'.repeat(20_000);
  expect(await linesOf(`${long}\n${long}`)).toEqual([
    [1, long],
    [2, long],
  ]);
});

const utf16 = (text: string, isBig = false): Buffer => {
  const little = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return isBig ? little.swap16() : little;
};

const declared = (encoding: string, text: string, bytes: BufferEncoding): Buffer =>
  Buffer.from(`<?xml version='1.0' encoding="${encoding}"?>\n${text}`, bytes);

describe('Text', () => {
  const anyText = fc
    .array(
      fc.string({ unit: fc.constantFrom('a', 'é', 'Ċ', '漢', '😀', '\t', ' ', '\u2028'), maxLength: 40 }),
      {
        maxLength: 30,
      },
    )
    .map((lines) => lines.join('\n'));

  test('is the same in every encoding with a mark, and however it is packed', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const whole = await linesOf(text);
        const forms: [string, Buffer][] = [
          ['marked', Buffer.from(`\uFEFF${text}`)],
          ['little', utf16(text)],
          ['big', utf16(text, true)],
          ['packed', gzipSync(text)],
          [
            'twice packed',
            Buffer.concat(
              [0, 7].map((at) => gzipSync(Buffer.from(text).subarray(at, at === 0 ? 7 : undefined))),
            ),
          ],
          ['archived', zipOf({ 'rows.csv': Buffer.from(text) })],
          ['archived, packed', zipOf({ 'rows.csv.gz': gzipSync(text) })],
        ];
        for (const [form, bytes] of forms) expect([form, await linesOf(bytes)]).toEqual([form, whole]);
      }),
      { numRuns: 40 },
    );
  });

  test('is read as XML declares it', async () => {
    const text = async (bytes: Buffer) => (await linesOf(bytes)).at(-1)?.[1];
    expect(await text(declared('ISO-8859-1', 'Muñoz', 'latin1'))).toBe('Muñoz');
    expect(await text(declared('utf-8', 'Muñoz', 'utf8'))).toBe('Muñoz');
    expect(await text(Buffer.from('<?xml version="1.0"?>\nMuñoz', 'utf16le'))).toBe('Muñoz');
    await expect(text(declared('UTF-16', 'a', 'utf8'))).rejects.toThrow('declares the encoding UTF-16, but');
    await expect(text(declared('klingon', 'a', 'utf8'))).rejects.toThrow('encoding klingon, which cannot be');
  });

  test.each<[string, Buffer, string]>([
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]), 'is in the encoding utf-32'],
    ['UTF-16 without a mark', Buffer.from('a,b\n1,2\n', 'utf16le'), 'seems to be UTF-16 without'],
    ['packed by bzip2', Buffer.from('BZh91AY'), 'is packed by bzip2. Unpack it first: bunzip2'],
    ['cut within what is packed', gzipSync('a'.repeat(5_000)).subarray(0, 20), 'Cannot unpack'],
    ['a broken archive', Buffer.from('PK\x03\x04 and no more', 'latin1'), 'Cannot unpack'],
    ['a spreadsheet', zipOf({ '[Content_Types].xml': Buffer.from('') }), 'is a spreadsheet'],
  ])('that is %s is refused', async (_, bytes, message) => {
    await expect(linesOf(bytes)).rejects.toThrow(message);
  });

  test('is unsound in the line that cannot be stored, and in no other', async () => {
    const unsound = async (bytes: Buffer | string) => {
      const found: unknown[] = [];
      for await (const line of textLines(await filesOf(bytes), null)) found.push([line.line, line.unsound]);
      return found;
    };
    expect(await unsound(Buffer.from('good\ncaf\xe9\ngood', 'latin1'))).toEqual([
      [1, undefined],
      [2, 'it is not UTF-8: see character 4'],
      [3, undefined],
    ]);
    expect(await unsound('a\tb\nx\0\ny\x85\n')).toEqual([
      [1, undefined],
      [2, 'it has a control character (U+0000) at character 2'],
      [3, 'it has a control character (U+0085) at character 2'],
    ]);
    const half = Buffer.concat([utf16('a\nb'), Buffer.from([0, 0xd8]), Buffer.from('\nc', 'utf16le')]);
    expect(await unsound(half)).toEqual([
      [1, undefined],
      [2, 'it is not UTF-16LE: see character 2'],
      [3, undefined],
    ]);
    expect(await unsound(`a\n${'b'.repeat(17 * 1024 * 1024)}\nc`)).toEqual([
      [1, undefined],
      [2, 'it is longer than 16 MB'],
      [3, undefined],
    ]);
  });
});

test('an archive gives each of its files, by name', async () => {
  const files = await filesOf(
    zipOf({
      '2018/': Buffer.alloc(0),
      '2018/a.tab': Buffer.from('1'),
      '__MACOSX/._a.tab': Buffer.from('x'),
      'b.tab': Buffer.from('2\n3'),
    }),
  );
  const lines: string[] = [];
  for await (const { file, text } of textLines(files, null))
    lines.push(`${file.replace(/^.*zip\//, '')}: ${text}`);
  expect(lines).toEqual(['2018/a.tab: 1', 'b.tab: 2', 'b.tab: 3']);
});

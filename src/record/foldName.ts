/** A name as search compares it: without case, diacritics and repeated blanks, and with one kind of apostrophe. */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’ʼ]/gu, "'")
    .replace(/\s+/gu, ' ')
    .trim();
}

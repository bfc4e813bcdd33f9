/**
 * The EDTF text with the qualifiers that the sources' texts carry between them, at each end of an interval:
 * `2025-07` from `2025-07-03?` and `2025-07-05~` becomes `2025-07%`. EDTF has no place for a qualifier on one-of
 * sets, unspecified digits and open ends; they stay as they are.
 */
export function qualifyText(text: string, sources: readonly string[]): string {
  const all = sources.join('');
  const approximate = /[~%]/.test(all);
  const uncertain = /[?%]/.test(all);
  const qualifier = approximate ? (uncertain ? '%' : '~') : uncertain ? '?' : '';
  const qualify = (side: string): string => (/^[\d-]+$/.test(side) ? side + qualifier : side);
  return text.split('/').map(qualify).join('/');
}

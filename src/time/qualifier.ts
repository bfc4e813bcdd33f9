/** `~` approximate, `?` uncertain, `%` both. */
export type Qualifier = '' | '~' | '?' | '%';

/** The qualifier that says as much as all in the text together. */
export function qualifierIn(text: string): Qualifier {
  const approximate = /[~%]/.test(text);
  const uncertain = /[?%]/.test(text);
  if (approximate) return uncertain ? '%' : '~';
  return uncertain ? '?' : '';
}

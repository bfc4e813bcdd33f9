/**
 * The text in a table that people open in a spreadsheet: one that a spreadsheet would take for a formula gets an
 * apostrophe before it. So does one that begins with apostrophes before such a sign; to undo it, take one apostrophe
 * away from each text that begins with apostrophes and such a sign.
 */
export function asPlainText(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** With the full-width forms of the signs, which some spreadsheets take for them. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

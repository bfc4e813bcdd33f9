/** A text is no EDTF date, or none that Chancery takes. The message says why and shows a right form. */
export class EdtfError extends Error {
  override readonly name = 'EdtfError';

  constructor(
    readonly text: string,
    reason: string,
  ) {
    super(`"${text}" ${reason}`);
  }
}

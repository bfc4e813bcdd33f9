/** A text is not an EDTF date, or not one that Chancery accepts. The message says why and shows a correct form. */
export class EdtfError extends Error {
  override readonly name = 'EdtfError';

  constructor(
    readonly text: string,
    reason: string,
  ) {
    super(`"${text}" ${reason}`);
  }
}

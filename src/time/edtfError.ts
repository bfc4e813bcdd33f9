/** A text is not an EDTF date, or not one that Chancery accepts. */
export class EdtfError extends Error {
  override readonly name = 'EdtfError';

  /**
   * @param reason what is wrong with the text: "has a time of day"
   * @param advice what to write instead, in whole sentences
   */
  constructor(
    readonly text: string,
    readonly reason: string,
    readonly advice: string,
  ) {
    super(`"${text}" ${reason}. ${advice}`);
  }
}

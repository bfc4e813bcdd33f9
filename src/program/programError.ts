/** A problem outside the program, with a message from which its reader can fix it. */
export class ProgramError extends Error {
  override readonly name = 'ProgramError';
}

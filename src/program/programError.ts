/** What is wrong outside the program, said so that its reader can mend it. */
export class ProgramError extends Error {
  override readonly name = 'ProgramError';
}

/** Something cannot be exported; the message says what to do. */
export class ExportError extends Error {}

import { createHash } from 'node:crypto';

/** Raised when the way the graph is written changes, so that graphs written before are written anew. */
const MODEL_VERSION = 4;

/** Names the content of a record: equal for equal records, whatever the order of their fields. 96 bits. */
export function fingerprint(record: unknown): string {
  return createHash('sha256')
    .update(`${MODEL_VERSION} ${canonical(record)}`)
    .digest('base64url')
    .slice(0, 16);
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (value === null || typeof value !== 'object')
    return value === undefined ? 'null' : JSON.stringify(value);
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join()}}`;
}

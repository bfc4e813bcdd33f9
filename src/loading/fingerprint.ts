import { hash } from 'node:crypto';

/** Names the content of a record: equal for equal records, whatever the order of their fields. 96 bits. */
export function fingerprint(record: object): string {
  const cached = FINGERPRINTS.get(record);
  if (cached !== undefined) return cached;
  const made = hash('sha256', `${MODEL_VERSION} ${canonical(record)}`, 'base64url').slice(0, 16);
  FINGERPRINTS.set(record, made);
  return made;
}

/** A record never changes, and its fingerprint is needed several times. */
const FINGERPRINTS = new WeakMap<object, string>();

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (value === null || typeof value !== 'object')
    return value === undefined ? 'null' : JSON.stringify(value);
  let text = '';
  for (const name of Object.keys(value).sort())
    text += `${text === '' ? '' : ','}"${name}":${canonical((value as Record<string, unknown>)[name])}`;
  return `{${text}}`;
}

/** Raise it when the way the graph is written changes, so that the records of existing graphs are written again. */
const MODEL_VERSION = 12;

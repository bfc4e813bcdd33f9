import { readFile } from 'node:fs/promises';
import { buildSchema } from '../api/schema.ts';
import { misfits, type TrustedDocuments } from '../http/trustedDocuments.ts';
import { ProgramError } from './programError.ts';

/**
 * Reads a manifest of GraphQL Code Generator (`persistedDocuments`: texts by id) or of Apollo
 * (`generate-persisted-query-manifest`: a list of operations).
 */
export async function readTrustedDocuments(file: string): Promise<TrustedDocuments> {
  const texts = textsIn(parsed(await textOf(file), file));
  if (texts === null || texts.length === 0)
    throw new ProgramError(
      `TRUSTED_DOCUMENTS: "${file}" is not a manifest. Write {"<hash>": "<document>", …}, as GraphQL Code Generator does, or Apollo's {"format": "apollo-persisted-query-manifest", …}.`,
    );
  const documents = new Map(texts);
  const faults = misfits(documents, buildSchema());
  if (faults.length === 0) return documents;
  throw new ProgramError(
    `TRUSTED_DOCUMENTS: documents in "${file}" do not match the schema. Generate it again from schema/schema.graphql.\n  ${faults.join('\n  ')}`,
  );
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new ProgramError(
      `TRUSTED_DOCUMENTS: "${file}" ${code === 'ENOENT' ? 'does not exist' : `cannot be read (${code})`}. Check the path.`,
    );
  }
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ProgramError(`TRUSTED_DOCUMENTS: "${file}" is not JSON: ${(cause as Error).message}`);
  }
}

/** Ids and texts of either form; null for anything else. */
function textsIn(manifest: unknown): [id: string, text: string][] | null {
  if (!isRecord(manifest)) return null;
  const pairs = Array.isArray(manifest.operations)
    ? manifest.operations.map((one: unknown) => (isRecord(one) ? [one.id, one.body] : []))
    : Object.entries(manifest);
  return pairs.every(isPair) ? pairs : null;
}

function isPair(pair: readonly unknown[]): pair is [string, string] {
  return typeof pair[0] === 'string' && typeof pair[1] === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

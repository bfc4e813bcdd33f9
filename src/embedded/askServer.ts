import { realpath } from 'node:fs/promises';

export interface Credentials {
  readonly user: string;
  readonly password: string;
}

export type Answer = { readonly rows: unknown[][] } | { readonly refused: string };

/** Sends one statement over HTTP; undefined if nothing answers, or something that is not Neo4j. */
export async function askServer(
  httpPort: number,
  database: 'neo4j' | 'system',
  credentials: Credentials,
  statement: string,
  parameters: Readonly<Record<string, string>> = {},
  timeoutMs = 5_000,
): Promise<Answer | undefined> {
  try {
    const response = await fetch(`http://127.0.0.1:${httpPort}/db/${database}/query/v2`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Basic ${Buffer.from(`${credentials.user}:${credentials.password}`).toString('base64')}`,
      },
      body: JSON.stringify({ statement, parameters }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    const body = (await response.json()) as { data?: { values: unknown[][] }; errors?: { code: string }[] };
    // A statement that fails late has data as well as errors.
    if (body.errors !== undefined) return { refused: body.errors[0]?.code ?? 'unknown' };
    return body.data && { rows: body.data.values };
  } catch {
    return undefined;
  }
}

/** Whether the Neo4j on these ports says that it serves this home. */
export async function servesHome(
  ports: { readonly boltPort: number; readonly httpPort: number },
  credentials: Credentials,
  home: string,
): Promise<boolean> {
  const statement = `SHOW SETTINGS 'server.directories.neo4j_home', 'server.bolt.listen_address' YIELD name, value
                     RETURN value ORDER BY name`;
  const answer = await askServer(ports.httpPort, 'neo4j', credentials, statement);
  if (answer === undefined || 'refused' in answer) return false;
  const [bolt, itsHome] = answer.rows.map((row) => String(row[0]));
  const resolved = await realpath(itsHome ?? '').catch(() => undefined);
  return resolved === home && bolt === `127.0.0.1:${ports.boltPort}`;
}

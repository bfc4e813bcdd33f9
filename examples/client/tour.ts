import { CombinedGraphQLErrors } from '@apollo/client';
import { chancery } from './client.ts';
import { NAME, TIMELINE } from './questions.ts';
import { wholeTimeline } from './timeline.ts';

const client = chancery(process.env.CHANCERY_URL ?? 'http://127.0.0.1:4000/graphql');
const asked = { id: 'kazakhstan', first: 2, knownBy: '2024-01-31' };
const timeline = await wholeTimeline(client, asked);
for (const { node } of timeline)
  console.log(`${node.date?.display} (then: ${node.known?.display ?? 'nothing known'}): ${node.summary}`);

// Who took part in them is known by id, so that this asks nobody.
const id = timeline[0]?.node.participants[0]?.entity.id ?? '';
const cached = await client.query({ query: NAME, variables: { id }, fetchPolicy: 'cache-only' });
console.log(`From the cache, by the id "${id}": ${cached.data?.entity?.name}`);

// Asked of the service whatever the cache holds.
const anew = { query: TIMELINE, fetchPolicy: 'network-only' } as const;

// What cannot be answered says why, with a code to act on.
try {
  await client.query({ ...anew, variables: { ...asked, after: 'page 2' } });
} catch (error) {
  if (!CombinedGraphQLErrors.is(error)) throw error;
  for (const { message, extensions } of error.errors) console.log(`${String(extensions?.code)}: ${message}`);
}

// What nobody waits for any longer ends, in the database too.
const leaving = new AbortController();
const context = { fetchOptions: { signal: leaving.signal } };
const answer = client.query({ ...anew, variables: { ...asked, first: 100 }, context });
setTimeout(() => {
  leaving.abort();
});
const outcome = await answer.catch((error: unknown) => error);
console.log(outcome instanceof Error ? outcome.name : 'answered before that');

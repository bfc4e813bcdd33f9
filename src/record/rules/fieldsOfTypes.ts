import { ANNOUNCING_TYPES, regimeTypes } from '../../ontology/lookups.ts';
import type { Drafts } from '../draft.ts';
import { type Fault, faultAt, faultAtKey } from '../fault.ts';

/** British English has no comma before "or". */
const EITHER = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/** An announcement says which type of act is to come. */
export function* announcementsIntend({ events }: Drafts): Iterable<Fault> {
  for (const { record, path } of events) {
    const { type, intends } = record;
    if (type === undefined || intends !== null || !ANNOUNCING_TYPES.includes(type)) continue;
    const message = `${type} tells of an act to come, but the event has no \`intends\``;
    yield faultAt([...path, 'type'], message, 'Add `intends`: the type of the act to come.');
  }
}

/** Nothing but an announcement tells of an act to come. */
export function* onlyAnnouncementsIntend({ events }: Drafts): Iterable<Fault> {
  for (const { record, path } of events) {
    const { type, intends = null } = record;
    if (type === undefined || intends === null || ANNOUNCING_TYPES.includes(type)) continue;
    const message = `${type} announces nothing, so it cannot have \`intends\``;
    const fix = `Leave it out, or make the type ${EITHER.format(ANNOUNCING_TYPES)}.`;
    yield faultAtKey([...path, 'intends'], message, fix);
  }
}

const OF_POSTS = regimeTypes('POST');

/** Only an event by which someone holds, takes or leaves a post names one. */
export function* postsOfOfficeHolders({ events }: Drafts): Iterable<Fault> {
  for (const { record, path } of events) {
    const { type, post = null } = record;
    if (type === undefined || post === null || OF_POSTS.includes(type)) continue;
    const message = `${type} is not about a post, so it cannot have \`post\``;
    const fix = `Leave it out, or make the type ${EITHER.format(OF_POSTS)}.`;
    yield faultAtKey([...path, 'post'], message, fix);
  }
}

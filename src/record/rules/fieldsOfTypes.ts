import { ANNOUNCING_TYPES, regimeTypes } from '../../ontology/lookups.ts';
import type { Drafts } from '../draft.ts';
import { type Fault, faultAt, faultAtKey } from '../fault.ts';

/** An announcement says which type of act is to come, and nothing else does. */
export function* intentionsOfAnnouncements({ events }: Drafts): Iterable<Fault> {
  for (const { record, path } of events) {
    const { type, intends } = record;
    if (type === undefined || intends === undefined) continue;
    const announces = ANNOUNCING_TYPES.includes(type);
    if (announces && intends === null) {
      const message = `${type} tells of an act to come, but the event has no \`intends\``;
      yield faultAt([...path, 'type'], message, 'Add `intends`: the type of the act to come.');
    }
    if (!announces && intends !== null) {
      const message = `${type} announces nothing, so that it cannot have \`intends\``;
      const fix = `Leave it out, or make the type ${ANNOUNCING_TYPES.join(' or ')}.`;
      yield faultAtKey([...path, 'intends'], message, fix);
    }
  }
}

const OF_POSTS = regimeTypes('POST');

/** Only an event by which someone holds, takes or leaves a post names one. */
export function* postsOfOfficeHolders({ events }: Drafts): Iterable<Fault> {
  for (const { record, path } of events) {
    const { type, post = null } = record;
    if (type === undefined || post === null || OF_POSTS.includes(type)) continue;
    const message = `${type} is not about a post, so that it cannot have \`post\``;
    const fix = `Leave it out, or make the type ${OF_POSTS.join(' or ')}.`;
    yield faultAtKey([...path, 'post'], message, fix);
  }
}

import { ANNOUNCING_TYPES, regimeTypes } from '../../ontology/lookups.ts';
import type { Corpus } from '../corpus.ts';
import type { SeedFault } from '../fault.ts';

const OF_POSTS = regimeTypes('POST');

/** An announcement says which type of act is to come, and nothing else does. */
export function* intentionsOfAnnouncements({ events }: Corpus): Iterable<SeedFault> {
  for (const event of events.having('type', 'intends')) {
    const { type, intends } = event.value;
    const announces = ANNOUNCING_TYPES.includes(type);
    if (announces && intends === undefined) {
      const message = `${type} tells of an act to come, but the event has no \`intends\``;
      yield event.faultAt(['type'], message, 'Add `intends`: the type of the act to come.');
    }
    if (!announces && intends !== undefined) {
      const message = `${type} announces nothing, so that it cannot have \`intends\``;
      yield event.faultAtKey(
        ['intends'],
        message,
        `Leave it out, or make the type ${ANNOUNCING_TYPES.join(' or ')}.`,
      );
    }
  }
}

/** Only an event by which someone holds, takes or leaves a post names one. */
export function* postsOfOfficeHolders({ events }: Corpus): Iterable<SeedFault> {
  for (const event of events.having('type', 'post')) {
    const { type, post } = event.value;
    if (post === undefined || OF_POSTS.includes(type)) continue;
    const message = `${type} is not about a post, so that it cannot have \`post\``;
    yield event.faultAtKey(['post'], message, `Leave it out, or make the type ${OF_POSTS.join(' or ')}.`);
  }
}

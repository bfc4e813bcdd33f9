import { Query, Resolver } from 'type-graphql';
import { EVENT_TYPE_NAMES } from '../../ontology/lookups.ts';
import { eventTypeFrom, EventTypeInfo } from './eventType.type.ts';

@Resolver()
export class EventTypeResolver {
  @Query(() => [EventTypeInfo], {
    description:
      'Lists the event types, such as RECOGNIZED and MET, with the meaning of each. DESIGNATED, DELISTED, RECOGNIZED, MET and URGED come first.',
  })
  eventTypes(): EventTypeInfo[] {
    return EVENT_TYPE_NAMES.map(eventTypeFrom);
  }
}

import { Query, Resolver } from 'type-graphql';
import { EVENT_TYPE_NAMES } from '../../ontology/lookups.ts';
import { eventTypeFrom, EventTypeInfo } from './eventType.type.ts';

@Resolver()
export class EventTypeResolver {
  @Query(() => [EventTypeInfo], { description: 'The table of event types, the five main verbs first.' })
  eventTypes(): EventTypeInfo[] {
    return EVENT_TYPE_NAMES.map(eventTypeFrom);
  }
}

import { Field, ID, InterfaceType } from 'type-graphql';

@InterfaceType({
  description: 'Anything with an id of its own (Relay). The id is stable and names one thing for good.',
})
export abstract class Node {
  @Field(() => ID, {
    description:
      "An entity's id is a bare slug (`taliban`); those of events and sources have a prefix (`event:…`, `source:…`).",
  })
  declare id: string;
}

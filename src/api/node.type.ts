import { Field, ID, InterfaceType } from 'type-graphql';

@InterfaceType({
  description:
    'An object with an id of its own (Relay). The id is stable and is never given to another object.',
})
export abstract class Node {
  @Field(() => ID, {
    description:
      'The id. Entities have a bare slug (`taliban`), events and sources a prefix (`event:…`, `source:…`).',
  })
  declare id: string;
}

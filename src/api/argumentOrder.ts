import { type GraphQLArgument, type GraphQLSchema, isObjectType, isRequiredArgument } from 'graphql';

/** What many fields take alike, and is read after what is a field's own. */
const SHARED = ['on', 'knownBy', 'certainty', 'orderBy', 'first', 'after', 'last', 'before', 'limit'];

/** Puts the arguments of every field in the order in which one asks: what must be given, its own, what many take. */
export function orderArguments(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields()))
      field.args = field.args.toSorted((one, other) => rankOf(one) - rankOf(other));
  }
}

function rankOf(argument: GraphQLArgument): number {
  return isRequiredArgument(argument) ? -2 : SHARED.indexOf(argument.name);
}

import { Field, ID, InputType } from 'type-graphql';
import { badInput } from './errors.ts';

@InputType({ description: 'A key that someone else gave, and its scheme.' })
export class IdentifierInput {
  @Field(() => String, { description: 'The scheme of the key: `iso3166-1-alpha-2`, `wikidata`, `un-sc`.' })
  declare scheme: string;

  @Field(() => ID, { description: 'The key itself, such as `Q159`.' })
  declare value: string;
}

/** The one of the two that is given. @throws BAD_USER_INPUT with an example, for none and for both */
export function oneOf(
  id: string | null | undefined,
  identifier: IdentifierInput | null | undefined,
  examples: { readonly id: string; readonly identifier: string },
): string | IdentifierInput {
  const [key, other] = [id, identifier].filter((one) => one !== null && one !== undefined);
  if (key !== undefined && other === undefined) return key;
  throw badInput(
    'id',
    `give either "id" or "identifier"${key === undefined ? '' : ', not both'}: ` +
      `(id: "${examples.id}") or (identifier: ${examples.identifier}).`,
  );
}

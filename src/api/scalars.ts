import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { type Day, isDay } from '../time/day.ts';

/** A calendar day. */
export const DateScalar = new GraphQLScalarType<Day, Day>({
  name: 'Date',
  description:
    'A calendar day (UTC, proleptic Gregorian calendar), written as ISO 8601 `YYYY-MM-DD`, years 0001 to 9999.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  serialize: (value) => value as Day,
  parseValue: dayFrom,
  parseLiteral: (node) =>
    dayFrom(node.kind === Kind.STRING ? node.value : 'value' in node ? Number(node.value) : null, node),
});

/** A date at the precision that a source gives. */
export const EdtfScalar = new GraphQLScalarType<string, string>({
  name: 'EDTF',
  description:
    'A date, as precise as the source gives it, in the Extended Date/Time Format (ISO 8601-2): `2003`, `2025-07~` (approximate), `[2023-10..2023-12]` (some day in the range), `[..2025-06-10]` (on or before), `2017/..` (since).',
  specifiedByURL: 'https://www.loc.gov/standards/datetime/',
  serialize: (value) => value as string,
  parseValue: (value) => value as string,
});

/** @param node the place of the value, if it stands in the document */
function dayFrom(value: unknown, node?: ValueNode): Day {
  if (typeof value === 'string' && isDay(value)) return value;
  throw new GraphQLError(`${JSON.stringify(value)} is not a day. Write one as "2025-07-03".`, {
    nodes: node ?? null,
  });
}

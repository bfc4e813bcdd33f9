import { expect, test } from '@jest/globals';
import { parse, validate } from 'graphql';
import { OPERATIONS } from '../../bench/operations/operations.ts';
import { buildSchema } from '../../src/api/schema.ts';

test.each(OPERATIONS)('the bench can ask $name of the schema as it is', ({ chancery }) => {
  expect(validate(buildSchema(), parse(chancery.query))).toEqual([]);
});

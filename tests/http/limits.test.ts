import { expect, test } from '@jest/globals';
import type { GraphQLObjectType } from 'graphql';
import { buildSchema } from '../../src/api/schema.ts';
import { BASE_COST } from '../../src/http/limits.ts';

test.each(Object.keys(BASE_COST))('%s, which costs more than its rows, is a field of the schema', (name) => {
  const [type = '', field = ''] = name.split('.');
  const { [field]: found } = (buildSchema().getType(type) as GraphQLObjectType).getFields();
  expect(found).toBeDefined();
});

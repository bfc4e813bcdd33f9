import { Field, ID, ObjectType } from 'type-graphql';
import type { Coding } from '../../ontology/codings.ts';
import { DATASET } from '../../record/datasetIdentity.ts';
import { attributeField } from '../attributeField.ts';
import { CodingEnum } from '../enums.ts';

@ObjectType({
  description: 'A set of records that one maintainer declares, such as the corpus or an import.',
})
export class Dataset {
  @Field(() => ID, attributeField(DATASET.attributes.id))
  declare id: string;

  @Field(() => CodingEnum, attributeField(DATASET.attributes.coding))
  declare coding: Coding;

  @Field(() => String, attributeField(DATASET.attributes.license))
  declare license: string | null;

  @Field(() => String, attributeField(DATASET.attributes.origin))
  declare origin: string | null;
}

import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { SourceRole } from '../../ontology/sourceRoles.ts';
import type { SourceCells } from '../../queries/parts/columns.ts';
import { STORED_SOURCE } from '../../record/source.ts';
import { attributeField } from '../attributeField.ts';
import { FIRST_DAY, type Day } from '../../time/day.ts';
import { EdtfDate } from '../edtfDate.ts';
import { SourceRoleEnum } from '../enums.ts';
import { Node } from '../node.type.ts';
import { DateScalar } from '../scalars.ts';

@ObjectType({ description: 'A document or dataset that reports events.', implements: Node })
export class Source implements Node {
  declare id: string;

  @Field(() => String, attributeField(STORED_SOURCE.attributes.title))
  declare title: string;

  @Field(() => Boolean, attributeField(STORED_SOURCE.attributes.titled))
  declare titled: boolean;

  @Field(() => String, attributeField(STORED_SOURCE.attributes.publisher))
  declare publisher: string;

  @Field(() => String, attributeField(STORED_SOURCE.attributes.author))
  declare author: string | null;

  @Field(() => String, attributeField(STORED_SOURCE.attributes.url))
  declare url: string | null;

  @Field(() => SourceRoleEnum, attributeField(STORED_SOURCE.attributes.role))
  declare role: SourceRole;

  @Field(() => EdtfDate, attributeField(STORED_SOURCE.attributes.published))
  declare published: EdtfDate | null;

  @Field(() => String, attributeField(STORED_SOURCE.attributes.publishedBasis))
  declare publishedBasis: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: `${STORED_SOURCE.attributes.publishedEarliest.description} Null if unknown.`,
  })
  declare publishedEarliest: Day | null;

  @Field(() => DateScalar, attributeField(STORED_SOURCE.attributes.publishedLatest))
  declare publishedLatest: Day;

  @Field(() => [ID], attributeField(STORED_SOURCE.attributes.basedOn))
  declare basedOn: readonly string[];

  @Field(() => Int, attributeField(STORED_SOURCE.attributes.entries))
  declare entries: number | null;

  @Field(() => [String], attributeField(STORED_SOURCE.attributes.unread))
  declare unread: readonly string[];

  @Field(() => DateScalar, attributeField(STORED_SOURCE.attributes.read))
  declare read: Day;

  @Field(() => DateScalar, attributeField(STORED_SOURCE.attributes.retracted))
  declare retracted: Day | null;

  constructor(cells: SourceCells) {
    const published = cells[STORED_SOURCE.place.published];
    const publishedEarliest = cells[STORED_SOURCE.place.publishedEarliest];
    this.id = cells[STORED_SOURCE.place.id];
    this.title = cells[STORED_SOURCE.place.title];
    this.titled = cells[STORED_SOURCE.place.titled];
    this.publisher = cells[STORED_SOURCE.place.publisher];
    this.author = cells[STORED_SOURCE.place.author];
    this.url = cells[STORED_SOURCE.place.url];
    this.role = cells[STORED_SOURCE.place.role];
    this.published = published === null ? null : new EdtfDate(published);
    this.publishedBasis = cells[STORED_SOURCE.place.publishedBasis];
    this.publishedEarliest = publishedEarliest === FIRST_DAY ? null : publishedEarliest;
    this.publishedLatest = cells[STORED_SOURCE.place.publishedLatest];
    this.basedOn = cells[STORED_SOURCE.place.basedOn];
    this.entries = cells[STORED_SOURCE.place.entries];
    this.unread = cells[STORED_SOURCE.place.unread];
    this.read = cells[STORED_SOURCE.place.read];
    this.retracted = cells[STORED_SOURCE.place.retracted];
  }
}

export function sourceFrom(cells: SourceCells): Source {
  return new Source(cells);
}

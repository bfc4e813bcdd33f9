import { Field, ObjectType } from 'type-graphql';
import type { SourceRole } from '../../ontology/sourceRoles.ts';
import { type SourceCells, sourceColumns } from '../../queries/parts/columns.ts';
import { FIRST_DAY, type Day } from '../../time/day.ts';
import { EdtfDate } from '../edtfDate.ts';
import { SourceRoleEnum } from '../enums.ts';
import { Node } from '../node.type.ts';
import { DateScalar } from '../scalars.ts';

@ObjectType({ description: 'A document that says something of events.', implements: Node })
export class Source implements Node {
  declare id: string;

  @Field(() => String, { description: 'Its title.' })
  declare title: string;

  @Field(() => String, {
    description: 'Who published it; an agency whose report it reprints stands in parentheses.',
  })
  declare publisher: string;

  @Field(() => String, { nullable: true, description: 'Who wrote it, where it says.' })
  declare author: string | null;

  @Field(() => String, { nullable: true, description: 'Where it was read.' })
  declare url: string | null;

  @Field(() => SourceRoleEnum, {
    description: 'Whether it is a text of the corpus or the public record beside it.',
  })
  declare role: SourceRole;

  @Field(() => EdtfDate, {
    nullable: true,
    description: 'When it was published, as far as is known; null where nothing is.',
  })
  declare published: EdtfDate | null;

  @Field(() => String, {
    nullable: true,
    description: 'How that date was found, where the document does not state it.',
  })
  declare publishedBasis: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The first day on which it can have been published: no earlier than the latest thing that it reports. Null where nothing says.',
  })
  declare publishedEarliest: Day | null;

  @Field(() => DateScalar, {
    description: 'The last day on which it can have been published: no later than it was read.',
  })
  declare publishedLatest: Day;

  @Field(() => DateScalar, { description: 'The day it was read.' })
  declare read: Day;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day from which it counts no more; null while it stands.',
  })
  declare retracted: Day | null;

  constructor(cells: SourceCells) {
    const columns = sourceColumns(cells);
    const { published, publishedEarliest } = columns;
    this.id = columns.id;
    this.title = columns.title;
    this.publisher = columns.publisher;
    this.author = columns.author;
    this.url = columns.url;
    this.role = columns.role;
    this.publishedBasis = columns.publishedBasis;
    this.publishedLatest = columns.publishedLatest;
    this.read = columns.read;
    this.retracted = columns.retracted;
    this.published = published === null ? null : new EdtfDate(published);
    this.publishedEarliest = publishedEarliest === FIRST_DAY ? null : publishedEarliest;
  }
}

export function sourceFrom(cells: SourceCells): Source {
  return new Source(cells);
}

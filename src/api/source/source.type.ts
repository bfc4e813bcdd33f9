import { Field, ObjectType } from 'type-graphql';
import type { SourceRole } from '../../ontology/sourceRoles.ts';
import type { SourceCells } from '../../queries/parts/columns.ts';
import { STORED_SOURCE } from '../../record/source.ts';
import { FIRST_DAY, type Day } from '../../time/day.ts';
import { EdtfDate } from '../edtfDate.ts';
import { SourceRoleEnum } from '../enums.ts';
import { Node } from '../node.type.ts';
import { DateScalar } from '../scalars.ts';

@ObjectType({ description: 'A document or dataset that reports events.', implements: Node })
export class Source implements Node {
  declare id: string;

  @Field(() => String, { description: 'The title of the document.' })
  declare title: string;

  @Field(() => String, {
    description: 'The publisher. If the document reprints an agency, the agency is in parentheses.',
  })
  declare publisher: string;

  @Field(() => String, { nullable: true, description: 'The author. Null if the document names none.' })
  declare author: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The address at which the document was read. Null if there is none.',
  })
  declare url: string | null;

  @Field(() => SourceRoleEnum, {
    description:
      'The reason why the source is in the graph: a text of the corpus, a public record beside it, or imported data.',
  })
  declare role: SourceRole;

  @Field(() => EdtfDate, {
    nullable: true,
    description: 'The date of publication, as precise as known. Null if unknown.',
  })
  declare published: EdtfDate | null;

  @Field(() => String, {
    nullable: true,
    description:
      'How the date of publication was derived. Null if the document states the date, or if the date is unknown.',
  })
  declare publishedBasis: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The first day (UTC) on which the document can have been published, not before the latest event that it affirms. Null if unknown.',
  })
  declare publishedEarliest: Day | null;

  @Field(() => DateScalar, {
    description:
      'The last day (UTC) on which the document can have been published, not after the day it was read.',
  })
  declare publishedLatest: Day;

  @Field(() => DateScalar, { description: 'The day (UTC) on which the document was read.' })
  declare read: Day;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The day (UTC) from which the source no longer counts. Null if the source has not been retracted.',
  })
  declare retracted: Day | null;

  constructor(cells: SourceCells) {
    const published = cells[STORED_SOURCE.place.published];
    const publishedEarliest = cells[STORED_SOURCE.place.publishedEarliest];
    this.id = cells[STORED_SOURCE.place.id];
    this.title = cells[STORED_SOURCE.place.title];
    this.publisher = cells[STORED_SOURCE.place.publisher];
    this.author = cells[STORED_SOURCE.place.author];
    this.url = cells[STORED_SOURCE.place.url];
    this.role = cells[STORED_SOURCE.place.role];
    this.published = published === null ? null : new EdtfDate(published);
    this.publishedBasis = cells[STORED_SOURCE.place.publishedBasis];
    this.publishedEarliest = publishedEarliest === FIRST_DAY ? null : publishedEarliest;
    this.publishedLatest = cells[STORED_SOURCE.place.publishedLatest];
    this.read = cells[STORED_SOURCE.place.read];
    this.retracted = cells[STORED_SOURCE.place.retracted];
  }
}

export function sourceFrom(cells: SourceCells): Source {
  return new Source(cells);
}

import { Field, ObjectType } from 'type-graphql';
import type { CombinedDate } from '../time/combineDates.ts';
import { FIRST_DAY, LAST_DAY, type Day } from '../time/day.ts';
import { displayDate } from '../time/displayDate.ts';
import { parseEdtf, type BoundedDate as ParsedDate, type Extent, type Precision } from '../time/parseEdtf.ts';
import { ExtentEnum, PrecisionEnum } from './enums.ts';
import { DateScalar, EdtfScalar } from './scalars.ts';

@ObjectType({
  description: 'A date at the precision that is known, never finer. All days are UTC and inclusive.',
})
export class EdtfDate {
  @Field(() => EdtfScalar, { description: 'As written, or what several sources together come to.' })
  readonly edtf: string;

  @Field(() => Boolean, {
    description: 'Sources give dates that cannot all be true; the bounds then span them all.',
  })
  readonly disputed: boolean;

  private readonly stated: boolean | undefined;
  private parsed: ParsedDate | undefined;

  /** @param qualified where it is left out, as the date is written */
  constructor(edtf: string, disputed = false, qualified?: boolean) {
    this.edtf = edtf;
    this.disputed = disputed;
    this.stated = qualified;
  }

  @Field(() => Boolean, {
    description: 'The date is approximate (`~`) or uncertain (`?`), and so never counts as CERTAIN.',
  })
  get qualified(): boolean {
    return this.stated ?? this.date.qualified;
  }

  /** What several sources together come to. */
  static of(date: CombinedDate): EdtfDate;
  static of(date: CombinedDate | null): EdtfDate | null;
  static of(date: CombinedDate | null): EdtfDate | null {
    return date && new EdtfDate(date.edtf, date.disputed, date.qualified);
  }

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which it can have begun; null where the start is open.',
  })
  get earliest(): Day | null {
    return this.date.earliest === FIRST_DAY ? null : this.date.earliest;
  }

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day on which it can have ended; null where the end is open.',
  })
  get latest(): Day | null {
    return this.date.latest === LAST_DAY ? null : this.date.latest;
  }

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day on which it can have begun; null where that is open.',
  })
  get beginLatest(): Day | null {
    return this.date.beginLatest === LAST_DAY ? null : this.date.beginLatest;
  }

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which it can have ended; null where that is open.',
  })
  get endEarliest(): Day | null {
    return this.date.endEarliest === FIRST_DAY || this.date.endEarliest === LAST_DAY
      ? null
      : this.date.endEarliest;
  }

  @Field(() => PrecisionEnum, { description: 'How finely the begin is given.' })
  get precision(): Precision {
    return this.date.precision;
  }

  @Field(() => ExtentEnum, { description: 'Whether it happened on one day or lasted.' })
  get extent(): Extent {
    return this.date.extent;
  }

  @Field(() => String, {
    description: 'As a person would say it: "late 2023", "on or before 10 June 2025", "2003".',
  })
  get display(): string {
    return displayDate(this.date);
  }

  private get date(): ParsedDate {
    return (this.parsed ??= parseEdtf(this.edtf));
  }
}

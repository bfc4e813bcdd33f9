import { Field, ObjectType } from 'type-graphql';
import type { CombinedDate } from '../time/combineDates.ts';
import { FIRST_DAY, LAST_DAY, type Day } from '../time/day.ts';
import { dateBy } from '../time/cutDate.ts';
import { displayDate } from '../time/displayDate.ts';
import { parseEdtf, type BoundedDate as ParsedDate, type Extent, type Precision } from '../time/parseEdtf.ts';
import { ExtentEnum, PrecisionEnum } from './enums.ts';
import { DateScalar, EdtfScalar } from './scalars.ts';

@ObjectType({
  description: 'A date, as precise as known and never finer. All days are UTC and inclusive.',
})
export class EdtfDate {
  @Field(() => EdtfScalar, {
    description: 'The date as the source writes it, or as combined from several sources.',
  })
  readonly edtf: string;

  @Field(() => Boolean, {
    description: 'Whether sources give dates that cannot all be true. If so, the bounds span all of them.',
  })
  readonly disputed: boolean;

  private readonly stated: boolean | undefined;
  private parsed: ParsedDate | undefined;

  /** @param qualified as the date is written, by default */
  constructor(edtf: string, disputed = false, qualified?: boolean) {
    this.edtf = edtf;
    this.disputed = disputed;
    this.stated = qualified;
  }

  @Field(() => Boolean, {
    description:
      'Whether the date is approximate (`~`) or uncertain (`?`). Such a date never counts as CERTAIN.',
  })
  get qualified(): boolean {
    return this.stated ?? this.date.qualified;
  }

  get bounded(): ParsedDate {
    return { ...this.date, qualified: this.qualified };
  }

  /** The date of something that sources affirm, as it was known. */
  asKnownBy(day: Day | null | undefined): EdtfDate {
    if (day === null || day === undefined) return this;
    return EdtfDate.of(dateBy({ ...this.date, qualified: this.qualified, disputed: this.disputed }, day));
  }

  /** The date that several sources give together. */
  static of(date: CombinedDate): EdtfDate;
  static of(date: CombinedDate | null): EdtfDate | null;
  static of(date: CombinedDate | null): EdtfDate | null {
    return date && new EdtfDate(date.edtf, date.disputed, date.qualified);
  }

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which the event can have begun. Null if the start is open.',
  })
  get earliest(): Day | null {
    return this.date.earliest === FIRST_DAY ? null : this.date.earliest;
  }

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day on which the event can have ended. Null if the end is open.',
  })
  get latest(): Day | null {
    return this.date.latest === LAST_DAY ? null : this.date.latest;
  }

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day on which the event can have begun. Null if that is open.',
  })
  get beginLatest(): Day | null {
    return this.date.beginLatest === LAST_DAY ? null : this.date.beginLatest;
  }

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which the event can have ended. Null if that is open.',
  })
  get endEarliest(): Day | null {
    return this.date.endEarliest === FIRST_DAY || this.date.endEarliest === LAST_DAY
      ? null
      : this.date.endEarliest;
  }

  @Field(() => PrecisionEnum, { description: 'The precision of the start.' })
  get precision(): Precision {
    return this.date.precision;
  }

  @Field(() => ExtentEnum, { description: 'Whether the date is one day or a span of days.' })
  get extent(): Extent {
    return this.date.extent;
  }

  @Field(() => String, {
    description: 'The date in words: "late 2023", "on or before 10 June 2025", "2003".',
  })
  get display(): string {
    return displayDate(this.date);
  }

  private get date(): ParsedDate {
    return (this.parsed ??= parseEdtf(this.edtf));
  }
}

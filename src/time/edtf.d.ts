/** The part of the `edtf` package that Chancery uses. The package has no types. */
declare module 'edtf' {
  export interface ParsedDate {
    /** Missing on members of sets that have unspecified digits. */
    type?: 'Date' | undefined;
    /** Year, month from 0, day; with a time of day there are more. */
    values: number[];
    /** Bit n is set when digit n of YYYYMMDD was written X. */
    unspecified?: number;
    uncertain?: number | boolean;
    approximate?: number | boolean;
  }
  export interface ParsedSeason {
    type: 'Season';
    values: [year: number, season: number];
    uncertain?: number | boolean;
    approximate?: number | boolean;
  }
  export interface ParsedSet {
    type: 'Set';
    values: (ParsedDate | [ParsedDate, ParsedDate])[];
    earlier?: boolean;
    later?: boolean;
  }
  export interface ParsedOther {
    type: 'Interval' | 'List' | 'Year' | 'Decade' | 'Century';
  }
  export type Parsed = ParsedDate | ParsedSeason | ParsedSet | ParsedOther;
  export function parse(text: string, constraints?: { level?: number }): Parsed;
}

import { median, quantile, sampleWithReplacement } from 'simple-statistics';
import { Random } from '../random.ts';

/** The summary of the samples of one arm, in milliseconds. */
export interface Summary {
  readonly samples: number;
  readonly p50: number;
  readonly p99: number;
}

/** A ratio of medians, with its 95 % confidence interval (bootstrap). */
export interface Ratio {
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
}

export function summaryOf(times: readonly number[]): Summary {
  return {
    samples: times.length,
    p50: rounded(median([...times])),
    p99: rounded(quantile([...times], 0.99)),
  };
}

const RESAMPLES = 500;

export function ratioOf(ours: readonly number[], others: readonly number[]): Ratio {
  const random = new Random(RESAMPLES);
  const resampled = (times: readonly number[]) =>
    median(sampleWithReplacement([...times], times.length, () => random.fraction()));
  const ratios = Array.from({ length: RESAMPLES }, () => resampled(ours) / resampled(others));
  return {
    ratio: rounded(median([...ours]) / median([...others])),
    low: rounded(quantile(ratios, 0.025)),
    high: rounded(quantile(ratios, 0.975)),
  };
}

/** To three significant digits. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

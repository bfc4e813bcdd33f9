import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A pseudo-random generator that a seed repeats. */
export class Random {
  readonly #generator;

  constructor(seed: number) {
    this.#generator = xoroshiro128plus(seed);
  }

  /** At least 0, less than 1. */
  fraction(): number {
    return uniformFloat64(this.#generator);
  }

  /** A whole number; both bounds are inclusive. */
  between(minimum: number, maximum: number): number {
    return uniformInt(this.#generator, minimum, maximum);
  }

  isOneIn(count: number): boolean {
    return this.fraction() * count < 1;
  }

  pick<T>(values: readonly T[]): T {
    const value = values[this.between(0, values.length - 1)];
    if (value === undefined) throw new RangeError('There is nothing to pick from.');
    return value;
  }

  /** One of the values, with a frequency in proportion to its weight. */
  weighted<T>(values: readonly (readonly [value: T, weight: number])[]): T {
    let rest = this.fraction() * values.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of values) {
      rest -= weight;
      if (rest < 0) return value;
    }
    return this.pick(values)[0];
  }
}

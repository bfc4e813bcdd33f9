import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Chance that a seed repeats. */
export class Random {
  readonly #generator;

  constructor(seed: number) {
    this.#generator = xoroshiro128plus(seed);
  }

  /** At least 0, less than 1. */
  fraction(): number {
    return uniformFloat64(this.#generator);
  }

  /** A whole number; both ends can come. */
  between(least: number, most: number): number {
    return uniformInt(this.#generator, least, most);
  }

  isOneIn(count: number): boolean {
    return this.fraction() * count < 1;
  }

  pick<T>(values: readonly T[]): T {
    const value = values[this.between(0, values.length - 1)];
    if (value === undefined) throw new RangeError('There is nothing to pick from.');
    return value;
  }

  /** One of the values, each as often as its weight says. */
  weighted<T>(values: readonly (readonly [value: T, weight: number])[]): T {
    let rest = this.fraction() * values.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of values) {
      rest -= weight;
      if (rest < 0) return value;
    }
    return this.pick(values)[0];
  }
}

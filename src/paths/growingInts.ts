/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index is within its array */

/** A list of 32-bit integers that grows without an object for each. */
export class GrowingInts {
  values: Int32Array;
  length = 0;

  constructor(capacity = 64) {
    this.values = new Int32Array(capacity);
  }

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Int32Array(this.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length++] = value;
  }

  /** The value at an index below `length`. */
  at(index: number): number {
    return this.values[index]!;
  }
}

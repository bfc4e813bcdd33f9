/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index is within its array */
import { GrowingInts } from './growingInts.ts';

/** A binary heap of entities by day, the earliest on top. */
export class DayHeap {
  private readonly days = new GrowingInts();
  private readonly entities = new GrowingInts();

  get size(): number {
    return this.days.length;
  }

  /** The earliest day; the heap must not be empty. */
  get day(): number {
    return this.days.at(0);
  }

  push(day: number, entity: number): void {
    this.days.push(day);
    this.entities.push(entity);
    const days = this.days.values;
    const entities = this.entities.values;
    let place = this.size - 1;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (days[parent]! <= day) break;
      days[place] = days[parent]!;
      entities[place] = entities[parent]!;
      place = parent;
    }
    days[place] = day;
    entities[place] = entity;
  }

  /** Takes the entity on top away; the heap must not be empty. */
  pop(): number {
    const days = this.days.values;
    const entities = this.entities.values;
    const top = entities[0]!;
    const size = --this.days.length;
    this.entities.length = size;
    const day = days[size]!;
    let place = 0;
    for (let child = 1; child < size; child = 2 * place + 1) {
      if (child + 1 < size && days[child + 1]! < days[child]!) child++;
      if (days[child]! >= day) break;
      days[place] = days[child]!;
      entities[place] = entities[child]!;
      place = child;
    }
    days[place] = day;
    entities[place] = entities[size]!;
    return top;
  }
}

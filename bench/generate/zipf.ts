import type { Random } from '../random.ts';

/** Flattens the head, so that no entity comes near the hub. */
const SHIFT = 20;

/** Draws indexes from 0 to `count - 1`, each with a frequency of about the inverse of its rank (Zipf–Mandelbrot). */
export function zipf(count: number): (random: Random) => number {
  const upTo = new Float64Array(count);
  let sum = 0;
  for (let rank = 0; rank < count; rank++) upTo[rank] = sum += 1 / (rank + 1 + SHIFT);
  return (random) => {
    const drawn = random.fraction() * sum;
    let [low, high] = [0, count - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((upTo[middle] ?? 0) > drawn) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}

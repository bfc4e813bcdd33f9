import { setImmediate } from 'node:timers/promises';

/** Work that holds the process while it runs, one piece at a time: between two, whatever else waits is answered. */
export class Mutex {
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  /** Does the work now if nothing waits, else after all that waits. */
  async runExclusive<T>(work: () => T): Promise<T> {
    const before = this.waiting++ === 0 ? Promise.resolve() : this.last.then(() => setImmediate());
    const turn = before.then(work).finally(() => this.waiting--);
    this.last = turn.catch(() => undefined);
    return await turn;
  }
}

import { setImmediate } from 'node:timers/promises';

/** Runs work that holds the process, one piece at a time. Between two pieces other requests are answered. */
export class Mutex {
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  /** Does the work at once if none waits, else after all that waits. */
  async runExclusive<T>(work: () => T): Promise<T> {
    const before = this.waiting++ === 0 ? Promise.resolve() : this.last.then(() => setImmediate());
    const turn = before.then(work).finally(() => this.waiting--);
    this.last = turn.catch(() => undefined);
    return await turn;
  }
}

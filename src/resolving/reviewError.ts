/** A review that cannot be applied as it is: every line of the message says where and why. Nothing was written. */
export class ReviewError extends Error {
  override readonly name = 'ReviewError';

  constructor(faults: readonly string[]) {
    const more = faults.length > SHOWN ? [`and ${faults.length - SHOWN} more`] : [];
    super([...faults.slice(0, SHOWN), ...more, 'Nothing was applied.'].join('\n'));
  }
}

const SHOWN = 20;

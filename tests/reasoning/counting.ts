import type { Publication } from '../../src/reasoning/publication.ts';
import { LAST_DAY } from '../../src/time/day.ts';

/** Of a source that is published after everything, and so cuts no date. */
export const AFTER_ALL: Publication = { earliest: LAST_DAY, latest: LAST_DAY };

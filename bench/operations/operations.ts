import { LOOKUPS } from './lookups.ts';
import type { Operation } from './operation.ts';
import { OURS_ONLY } from './oursOnly.ts';
import { RELATIONS } from './relations.ts';
import { TIMELINES } from './timelines.ts';

/** All operations that arms are timed with. */
export const OPERATIONS: readonly Operation[] = [...LOOKUPS, ...TIMELINES, ...RELATIONS, ...OURS_ONLY];

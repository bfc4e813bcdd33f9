import type { Catalogues } from '../catalogue.ts';
import type { Drafts } from '../draft.ts';
import type { Fault, Wording } from '../fault.ts';

/** What records must fulfil. The catalogues hold what they may refer to, themselves included. */
export type RecordRule = (drafts: Drafts, catalogues: Catalogues, wording: Wording) => Iterable<Fault>;

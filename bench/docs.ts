import { DOCUMENT, RESULTS } from './options.ts';
import { writeDocs } from './report/writeDocs.ts';

/** Writes docs/performance.md anew from the results that are there, without measuring. */
await writeDocs(RESULTS, DOCUMENT);

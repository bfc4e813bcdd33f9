import { DOCUMENT, RESULTS } from './options.ts';
import { writeDocs } from './report/writeDocs.ts';

/** Writes docs/performance.md again from the existing results, without measuring. */
await writeDocs(RESULTS, DOCUMENT);

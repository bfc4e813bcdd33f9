import type { TemporalEdges } from './temporalEdges.ts';

/** About how much memory they take, in bytes: their columns, and the texts that these point to. */
export function bytesOf(edges: TemporalEdges): number {
  const columns = Object.values(edges).filter((value) => ArrayBuffer.isView(value));
  const texts = [edges.entities, edges.events, edges.types, ...edges.sourceLists];
  return (
    columns.reduce((sum, { byteLength }) => sum + byteLength, 0) +
    texts.flat().reduce((sum, text) => sum + PER_TEXT + text.length, 0) +
    (edges.entities.length + edges.until.size) * PER_ENTRY
  );
}

/** A string's header and the pointer to it; an entry of a map. As V8 has them, rounded. */
const PER_TEXT = 24;
const PER_ENTRY = 40;

/** Raised when the way the graph is written changes, so that graphs written before are written anew. */
export const MODEL_VERSION = 6;

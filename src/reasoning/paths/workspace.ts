import { Layers } from './layers.ts';
import type { TemporalEdges } from './temporalEdges.ts';

/** What searches of one graph work in, one after another. */
export interface Workspace {
  readonly ahead: Layers;
  readonly behind: Layers;
}

/** The graph's own: its arrays are as long as the graph has entities, and no search makes them anew. */
export function workspaceOf(edges: TemporalEdges): Workspace {
  const known = WORKSPACES.get(edges);
  if (known !== undefined) return known;
  const { length } = edges.entities;
  const workspace = { ahead: new Layers(length), behind: new Layers(length) };
  WORKSPACES.set(edges, workspace);
  return workspace;
}

const WORKSPACES = new WeakMap<TemporalEdges, Workspace>();

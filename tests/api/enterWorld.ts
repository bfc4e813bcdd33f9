import type { DatasetRecord } from '../../src/record/dataset.ts';
import { startService, type TestService } from '../setup/testService.ts';
import { type Replay, replay } from './replay.ts';
import { visitWorld, world } from './world.ts';

/** The service over the corpus and the world, with what plain code knows of both. */
export interface InWorld {
  readonly service: TestService;
  readonly known: Replay;
  /** Takes the world out of the graph and closes the service. */
  readonly leave: () => Promise<void>;
}

/** @param others further datasets, which leave with the world */
export async function enterWorld(...others: readonly DatasetRecord[]): Promise<InWorld> {
  const service = await startService();
  const leaveWorld = await visitWorld(service.graph, undefined, others);
  const leave = async (): Promise<void> => {
    await leaveWorld();
    await service.close();
  };
  return { service, known: await replay(world(), ...others), leave };
}

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

export async function enterWorld(): Promise<InWorld> {
  const service = await startService();
  const leaveWorld = await visitWorld(service.graph);
  const leave = async (): Promise<void> => {
    await leaveWorld();
    await service.close();
  };
  return { service, known: await replay(world()), leave };
}

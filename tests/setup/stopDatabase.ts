import { rm } from 'node:fs/promises';

/** Once per run: stops the run's own server and takes its folder away. */
export default async function stopDatabase(): Promise<void> {
  const { testServer } = globalThis;
  if (testServer === undefined) return;
  await testServer.server.stop();
  await rm(testServer.home, { recursive: true, force: true });
}

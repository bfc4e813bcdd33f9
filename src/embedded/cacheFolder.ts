import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import path from 'node:path';

/** The shared cache, made if missing; one in the home where it may not be written. */
export async function cacheFolder(shared: string, home: string): Promise<string> {
  try {
    return await writable(shared);
  } catch {
    return await writable(path.join(home, 'cache'));
  }
}

async function writable(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  await access(folder, constants.W_OK);
  return folder;
}

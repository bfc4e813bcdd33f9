import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import path from 'node:path';

/** The shared cache, made if missing; if it cannot be written, a folder in the home. */
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

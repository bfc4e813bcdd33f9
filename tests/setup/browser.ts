import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** What Chromium and its kin are called, on the path or, on a Mac, where their applications are. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const APPLICATIONS = ['Chromium', 'Google Chrome', 'Microsoft Edge'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);

/** It speaks with no one but the page: no updates, no reports, no profile. */
const QUIET = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-dev-shm-usage', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/** The system's own Chromium, headless, with an empty profile. */
export async function startBrowser(): Promise<Browser> {
  return await chromium.launch({ executablePath: findChromium(), args: QUIET });
}

function findChromium(): string {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const places = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  const found = [...places, ...APPLICATIONS].find(isExecutable);
  if (found !== undefined) return found;
  throw new Error(
    `GraphiQL is tested in a browser, and there is none of ${NAMES.join(', ')} on the PATH. ` +
      'Install one: `apt-get install chromium` on Debian, `brew install --cask chromium` on a Mac, or Chrome.',
  );
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

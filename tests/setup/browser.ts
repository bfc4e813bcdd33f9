import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';
import { PROJECT } from '../../src/program/config.ts';

/** What Chromium and its kin are called, on the path or, on a Mac, where their applications are. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const APPLICATIONS = ['Chromium', 'Google Chrome', 'Microsoft Edge'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);

/** The package that brings a headless Chromium for Linux on x64, its libraries and a font. */
const PACKAGE = '@sparticuz/chromium';

/** It speaks with no one but the page: no updates, no reports, no profile. */
const QUIET = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-dev-shm-usage', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/** The system's own Chromium, or that of the package, headless, with an empty profile. */
export async function startBrowser(): Promise<Browser> {
  const own = findChromium();
  const program = own === undefined ? await unpackedChromium() : { executablePath: own };
  return await chromium.launch({ ...program, args: QUIET });
}

function findChromium(): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const places = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...places, ...APPLICATIONS].find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

interface Program {
  readonly executablePath: string;
  readonly env: NodeJS.ProcessEnv;
}

/** It is kept in an ignored folder, where it appears only when all of it is there. */
async function unpackedChromium(): Promise<Program> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(
      `GraphiQL is tested in a browser: install Chromium or Chrome; it is none of ${NAMES.join(', ')} on the PATH.`,
    );
  const { version } = JSON.parse(
    await readFile(path.join(PROJECT, 'node_modules', PACKAGE, 'package.json'), 'utf8'),
  ) as { version: string };
  const folder = path.join(PROJECT, 'node_modules/.cache', `chromium-${version}`);
  if (!existsSync(folder)) await unpack(folder);
  const libraries = [path.join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH ?? ''];
  return {
    executablePath: path.join(folder, 'chromium'),
    env: {
      ...process.env,
      LD_LIBRARY_PATH: libraries.filter((each) => each !== '').join(':'),
      FONTCONFIG_FILE: path.join(folder, 'fonts.conf'),
    },
  };
}

/** The package unpacks itself into the folder for temporary files, its libraries only where it takes itself to be on Lambda. */
async function unpack(folder: string): Promise<void> {
  const temporary = `${folder}-${process.pid}`;
  await mkdir(temporary, { recursive: true });
  const script = `import chromium from '${PACKAGE}'; await chromium.executablePath();`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: PROJECT,
    env: { ...process.env, TMPDIR: temporary, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' },
  });
  const fonts = ['/usr/share/fonts', path.join(folder, 'fonts')].map((one) => `<dir>${one}</dir>`).join('');
  const cache = `<cachedir>${path.join(folder, 'font-cache')}</cachedir>`;
  await writeFile(path.join(temporary, 'fonts.conf'), `<fontconfig>${fonts}${cache}</fontconfig>`);
  await rename(temporary, folder).catch(async (error: unknown) => {
    await rm(temporary, { recursive: true, force: true });
    // Another run was faster.
    if (!existsSync(folder)) throw error;
  });
}

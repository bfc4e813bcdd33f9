// Runs a program of src/, or the tests (`jest`), from a fresh clone: installs the packages first where they are
// missing or old; `packages` does no more than that. Only who works on Chancery needs those of the example.
// Plain JavaScript without dependencies, because nothing is installed yet when it starts.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const project = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const [program, ...rest] = process.argv.slice(2);

checkNode();
installPackages('.');
if (program === 'jest' || program === 'packages') installPackages('examples/client');
if (program === 'jest') runJest();
else if (program !== 'packages') await runTypeScript(path.join(project, program));

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 25 && (major > 20 || (major === 20 && minor >= 19))) return;
  console.error(
    `Chancery needs Node 20.19 to 24; this is ${process.versions.node}. Install one from your system or https://nodejs.org.`,
  );
  process.exit(1);
}

function installPackages(folder) {
  const cwd = path.join(project, folder);
  const lockFile = path.join(cwd, 'package-lock.json');
  const stamp = path.join(cwd, 'node_modules/.installed-lock.json');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === readFileSync(lockFile, 'utf8')) return;
  const whose = folder === '.' ? '' : ` of ${folder}`;
  console.log(`Installing packages${whose} (about half a minute the first time) …`);
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--no-save'], {
    cwd,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
  copyFileSync(lockFile, stamp);
}

function runJest() {
  const jest = path.join(project, 'node_modules/jest/bin/jest.js');
  const args = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', jest, ...rest];
  const { status } = spawnSync(process.execPath, args, { cwd: project, stdio: 'inherit' });
  process.exit(status ?? 1);
}

// In this very process: one that only waited for another would leave it behind when killed.
async function runTypeScript(file) {
  process.env.TSX_TSCONFIG_PATH = path.join(project, 'tsconfig.json');
  process.argv.splice(1, 2, file);
  const { register } = await import('tsx/esm/api');
  register();
  await import(pathToFileURL(file).href);
}

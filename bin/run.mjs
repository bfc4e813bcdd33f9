// Runs a program of src/, or the tests (`jest`), from a fresh clone: installs the packages first where they are
// missing or old; `packages` does no more than that.
// Plain JavaScript without dependencies, because nothing is installed yet when it starts.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const project = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const [program, ...rest] = process.argv.slice(2);

checkNode();
installPackages();
if (program === 'jest') runJest();
else if (program !== 'packages') await runTypeScript(path.join(project, program));

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(
    `Chancery needs Node 20.19 or newer; this is ${process.versions.node}. Install one from your system or https://nodejs.org.`,
  );
  process.exit(1);
}

function installPackages() {
  const lock = readFileSync(path.join(project, 'package-lock.json'), 'utf8');
  const stamp = path.join(project, 'node_modules/.installed-lock.json');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('Installing packages (about half a minute the first time) …');
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--no-save'], {
    cwd: project,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(stamp, readFileSync(path.join(project, 'package-lock.json')));
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

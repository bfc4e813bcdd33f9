// Stands between us and the JVM: when our end of its stdin closes, for whatever reason (even kill -9), the
// server is asked to stop, and after a while made to. Runs in its own process group, so that Ctrl-C in a
// terminal reaches the parent alone, which then decides.
import { spawn } from 'node:child_process';

/** What the server may take where the parent names no other time, as it is gone itself. */
const ORPHAN_MS = 8_000;

const [program, ...args] = process.argv.slice(2);
const server = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'] });

let said = '';
const stop = () => {
  server.kill('SIGTERM');
  setTimeout(() => server.kill('SIGKILL'), Number(said || ORPHAN_MS)).unref();
};

server.on('spawn', () => process.send({ pid: server.pid }, () => process.connected && process.disconnect()));
server.on('error', (error) => {
  console.error(error.message);
  process.exit(127);
});
server.on('exit', (code) => process.exit(code ?? 1));
process.stdin
  .on('data', (text) => (said += text))
  .on('end', stop)
  .on('error', stop);
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, stop);

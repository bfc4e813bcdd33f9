// Stands between us and the JVM: when our end of its stdin closes, for whatever reason (even kill -9), the
// server is asked to stop, and after 30 seconds made to. Runs in its own process group, so that Ctrl-C in a
// terminal reaches the parent alone, which then decides.
import { spawn } from 'node:child_process';

const [program, ...args] = process.argv.slice(2);
const server = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'] });

const stop = () => {
  server.kill('SIGTERM');
  setTimeout(() => server.kill('SIGKILL'), 30_000).unref();
};

server.on('spawn', () => process.send({ pid: server.pid }, () => process.connected && process.disconnect()));
server.on('error', (error) => {
  console.error(error.message);
  process.exit(127);
});
server.on('exit', (code) => process.exit(code ?? 1));
process.stdin.on('end', stop).on('error', stop).resume();
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, stop);

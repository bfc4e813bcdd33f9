import { type ChildProcess, spawn } from 'node:child_process';
import type { Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

/** A program of the project, started as its npm script starts it, with what it prints. */
export class RunningCommand {
  output = '';
  stdout = '';
  readonly exit: Promise<number | null>;
  private readonly child: ChildProcess;

  constructor(program: string, args: readonly string[], env: Readonly<Record<string, string>>) {
    const inherited = { ...process.env };
    for (const name of ['NEO4J_URI', 'CHANCERY_HOME', 'PORT', 'INIT_CWD'])
      Reflect.deleteProperty(inherited, name);
    this.child = spawn(process.execPath, ['bin/run.mjs', `src/${program}.ts`, ...args], {
      env: { ...inherited, ...env },
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on('data', (data: Buffer) => (this.output += data.toString()));
    }
    this.child.stdout?.on('data', (data: Buffer) => (this.stdout += data.toString()));
    this.exit = new Promise((resolve) =>
      this.child.once('exit', (code) => {
        resolve(code);
      }),
    );
  }

  /** What it reads as standard input. */
  get input(): Writable {
    if (this.child.stdin === null) throw new Error('The program has no standard input.');
    return this.child.stdin;
  }

  signal(name: NodeJS.Signals): void {
    this.child.kill(name);
  }

  /** What it printed up to and including the first match. */
  async printed(pattern: RegExp, timeoutMs = 200_000): Promise<RegExpExecArray> {
    const end = Date.now() + timeoutMs;
    while (Date.now() < end) {
      const match = pattern.exec(this.output);
      if (match !== null) return match;
      await sleep(50);
    }
    throw new Error(`${String(pattern)} was not printed:\n${this.output}`);
  }
}

/** Runs a program to its end. */
export async function runCommand(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
) {
  const command = new RunningCommand(program, args, env);
  const code = await command.exit;
  return { code, output: command.output, stdout: command.stdout };
}

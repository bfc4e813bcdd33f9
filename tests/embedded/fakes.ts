import { chmod, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { EmbeddedError, EmbeddedErrorCode } from '../../src/embedded/embeddedError.ts';

const made: string[] = [];

/** A folder of its own, removed by removeTempFolders. */
export async function tempFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'embedded-')));
  made.push(folder);
  return folder;
}

export async function removeTempFolders(): Promise<void> {
  for (const folder of made.splice(0)) await rm(folder, { recursive: true, force: true });
}

/** A shell script of that name in `folder/bin`; works with an empty PATH if it uses builtins alone. */
export async function fakeProgram(folder: string, name: string, body: string): Promise<string> {
  const file = path.join(folder, 'bin', name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `#!/bin/sh\n${body}\n`);
  await chmod(file, 0o755);
  return file;
}

/** A `java` that gives its version when asked, and otherwise runs the body in place of a server. */
export async function fakeJava(folder: string, version: string, body = 'exit 1'): Promise<string> {
  const asked = `case "$*" in *-version*) echo 'openjdk version "${version}" 2024-01-01' >&2; exit 0;; esac`;
  return fakeProgram(folder, 'java', `${asked}\n${body}`);
}

/** A `mvn` that finds one jar, the folder's `one.jar`, without the network. */
export async function fakeMaven(folder: string): Promise<string> {
  const jar = path.join(folder, 'one.jar');
  await writeFile(jar, 'a jar');
  const body = `for arg in "$@"; do case $arg in -Dmdep.outputFile=*) echo "${jar}" > "\${arg#*=}";; esac; done`;
  return fakeProgram(folder, 'mvn', body);
}

/** The EmbeddedError that the promise rejects with. */
export async function failureOf(
  promise: Promise<unknown>,
): Promise<{ code: EmbeddedErrorCode; message: string }> {
  return promise.then(
    () => {
      throw new Error('It did not fail.');
    },
    (error: unknown) => error as EmbeddedError,
  );
}

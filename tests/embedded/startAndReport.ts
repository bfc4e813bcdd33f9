// A program of its own for the tests of several processes: starts or joins the server of the home it is given,
// tells what it has in one line of JSON, and stays until it is told or made to go.
import { readConfig } from '../../src/program/config.ts';
import { startEmbedded } from '../../src/embedded/startEmbedded.ts';

const server = await startEmbedded({
  ...readConfig().embedded,
  home: process.argv[2]!,
  cache: `${process.argv[2]!}/cache`,
  env: process.env,
  heap: '512m',
  pageCache: '64m',
});
console.log(JSON.stringify(server));
process.stdin.resume();

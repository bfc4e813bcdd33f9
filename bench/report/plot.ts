import type { BenchResult } from '../result.ts';

const ARMS = [
  ['chancery', 'Chancery over HTTP', '#0b6e4f'],
  ['cypher', 'the same Cypher by the driver', '#888888'],
  ['neo4jGraphql', '@neo4j/graphql over HTTP', '#c8553d'],
] as const;

const LINE = 18;
const LEFT = 170;
const WIDTH = 560;
const TOP = 50;

/** The median of each operation on each arm, in milliseconds, on a logarithmic scale, as SVG. */
export function plot({ set, operations = [] }: BenchResult): string {
  const medians = operations.flatMap(({ arms }) => ARMS.flatMap(([arm]) => arms[arm]?.p50 ?? []));
  const lowest = Math.floor(Math.log10(Math.min(1, ...medians)));
  const highest = Math.ceil(Math.log10(Math.max(10, ...medians)));
  const x = (ms: number) => Math.round(LEFT + ((Math.log10(ms) - lowest) / (highest - lowest)) * WIDTH);
  const height = TOP + operations.length * LINE + 20;
  const scale = Array.from({ length: highest - lowest + 1 }, (_, index) => 10 ** (lowest + index)).map(
    (ms) =>
      `<path d="M${x(ms)} ${TOP - 8}V${height - 16}" stroke="#ddd"/>${text(x(ms), height - 4, `${ms} ms`, 'middle')}`,
  );
  const legend = ARMS.map(([, label, colour], index) => {
    const left = LEFT + index * 200;
    return `<circle cx="${left}" cy="26" r="5" fill="${colour}"/>${text(left + 9, 30, label)}`;
  });
  const rows = operations.map(({ name, arms }, index) => {
    const y = TOP + index * LINE + 6;
    const dots = ARMS.map(([arm, , colour]) =>
      arms[arm] === undefined ? '' : `<circle cx="${x(arms[arm].p50)}" cy="${y}" r="5" fill="${colour}"/>`,
    );
    return `${text(LEFT - 10, y + 4, name, 'end')}${dots.join('')}`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${LEFT + WIDTH + 40} ${height}" font-family="sans-serif" font-size="11">`,
    `<rect width="100%" height="100%" fill="#fff"/>${text(10, 14, `Median of each operation, ${set}`)}`,
    ...[...scale, ...legend, ...rows],
    '</svg>\n',
  ].join('\n');
}

function text(x: number, y: number, content: string, anchor = 'start'): string {
  return `<text x="${x}" y="${y}" text-anchor="${anchor}" fill="#222">${content}</text>`;
}

import neo4j from 'neo4j-driver';

/** The parameter with its whole numbers as integers of the driver, which would send them as floats. */
export function integersOf(value: unknown): unknown {
  if (typeof value === 'number') return Number.isInteger(value) ? neo4j.int(value) : value;
  if (Array.isArray(value)) return value.map(integersOf);
  if (value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype)
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, integersOf(each)]));
  return value;
}

import neo4j from 'neo4j-driver';

/** A parameter whose whole numbers are integers to the database; the driver would send them as floats. */
export function integersOf(value: unknown): unknown {
  if (typeof value === 'number') return Number.isInteger(value) ? neo4j.int(value) : value;
  if (Array.isArray(value)) return value.map(integersOf);
  if (value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype)
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, integersOf(each)]));
  return value;
}

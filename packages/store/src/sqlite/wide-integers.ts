/**
 * Integers that are no safe numbers: instants after June 2255 or before July 1684, in microseconds. Node refuses a row with one unless all
 * its integers are read as BigInts, which costs too much to be the rule. As numbers they are exact to 32 µs up to the year 9999.
 */

/** Whether a read failed for such an integer. */
export function isTooWide(error: unknown): boolean {
  return error instanceof RangeError && (error as { readonly code?: string }).code === "ERR_OUT_OF_RANGE";
}

/** What was read, with numbers for BigInts. */
export function asNumbers<T>(read: T): T {
  return narrowed(read) as T;
}

function narrowed(value: unknown): unknown {
  if (typeof value === "bigint") return Number(value);
  if (Array.isArray(value)) return value.map(narrowed);
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, narrowed(each)]));
}

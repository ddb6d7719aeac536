/** Absent means default in a `DagSpec`, so that equal DAGs have equal hashes: these keep fields out of it. */

/** The object without the fields that are undefined. */
export function present<T extends object>(fields: { readonly [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}

/** Undefined if the value is the default that its absence stands for. */
export function unless<T>(value: T | undefined, byDefault: T): T | undefined {
  return value === byDefault ? undefined : value;
}

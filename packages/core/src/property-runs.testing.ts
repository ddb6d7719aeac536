/** How often properties are tried, and how a case that failed is tried again. */

/** How long long histories may take in a nightly run. */
export const NIGHT_MILLIS = 4 * 3_600_000;

/** What `fc.assert` is told. */
export interface PropertyRuns {
  readonly numRuns: number;
  readonly seed?: number;
  readonly path?: string;
}

/**
 * More often in a nightly run, see `npm run test:nightly`. A failure prints its seed and path: with
 * `MOMIJI_PROPERTY_SEED` and `MOMIJI_PROPERTY_PATH` set to them that case comes first.
 */
export function propertyRuns(inCi: number): PropertyRuns {
  const { MOMIJI_PROPERTY_RUNS: runs, MOMIJI_PROPERTY_SEED: seed, MOMIJI_PROPERTY_PATH: path } = process.env;
  return {
    numRuns: runs === undefined ? inCi : Number(runs),
    ...(seed === undefined ? {} : { seed: Number(seed) }),
    ...(path === undefined ? {} : { path }),
  };
}

/**
 * The same for long histories. A simpler graph lives through quite another history, so that looking for the simplest case
 * would take minutes and find nothing like the one that failed.
 */
export function historyRuns(inCi: number): PropertyRuns & { readonly endOnFailure: true } {
  return { ...propertyRuns(inCi), endOnFailure: true };
}

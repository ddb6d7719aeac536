/** How often a property is tried: more in a nightly run, see `npm run test:nightly`. A failure prints its seed. */
export function propertyRuns(inCi: number): { readonly numRuns: number } {
  const wanted = process.env["MOMIJI_PROPERTY_RUNS"];
  return { numRuns: wanted === undefined ? inCi : Number(wanted) };
}

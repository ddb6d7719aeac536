import type { Migration } from "../migration.ts";

/** Runs by the moment of their end, which the first page counts: written once for each run. */
export const endedRuns: Migration = {
  number: 16,
  name: "ended-runs",
  schemaHash: "b39b3d22bb6fcfe71e49e588aadf3681246595e3e3d1bea38fce84e4fe6731de",
  sql: `
CREATE INDEX dag_run_ended ON dag_run (end_date, state, dag_id) WHERE end_date IS NOT NULL;
`,
};

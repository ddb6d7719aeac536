import type { Migration } from "../migration.ts";

/** Why the engine has paused a DAG. */
export const pausedReason: Migration = {
  number: 4,
  name: "paused-reason",
  schemaHash: "aca3a5d117d3b6740be40c5a047ad886b1d927e3db2d23498083fb4fb5f69f96",
  sql: `
ALTER TABLE dag ADD COLUMN paused_reason TEXT CHECK (paused_reason IS NULL OR is_paused = 1);
`,
};

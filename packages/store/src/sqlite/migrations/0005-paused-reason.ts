import type { Migration } from "../migration.ts";

/** Why the engine has paused a DAG. */
export const pausedReason: Migration = {
  number: 5,
  name: "paused-reason",
  schemaHash: "e875e32fd10f08d43d72fe7dd781017a7b68743e537796b9d62e8918f6c737ad",
  sql: `
ALTER TABLE dag ADD COLUMN paused_reason TEXT CHECK (paused_reason IS NULL OR is_paused = 1);
`,
};

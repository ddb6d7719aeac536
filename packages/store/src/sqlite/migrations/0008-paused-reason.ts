import type { Migration } from "../migration.ts";

/** Why the engine has paused a DAG. */
export const pausedReason: Migration = {
  number: 8,
  name: "paused-reason",
  schemaHash: "abc5ee4bfb62afe7f80f7ce1212415ade286e4e0b96c6107035f17d623191a24",
  sql: `
ALTER TABLE dag ADD COLUMN paused_reason TEXT CHECK (paused_reason IS NULL OR is_paused = 1);
`,
};

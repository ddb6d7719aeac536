import type { Migration } from "../migration.ts";

/** What a task instance has stopped for and how it goes on. */
export const deferral: Migration = {
  number: 3,
  name: "deferral",
  schemaHash: "f22b216c957fe20e33145f6659f3f56a2ae50ba708c50a161f3588672fdcfcca",
  sql: `
ALTER TABLE task_instance ADD COLUMN deferral TEXT CHECK (deferral IS NULL OR json_valid(deferral));
ALTER TABLE task_instance_history ADD COLUMN deferral TEXT;
`,
};

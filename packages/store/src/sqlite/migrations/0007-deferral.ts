import type { Migration } from "../migration.ts";

/** What a task instance has stopped for and how it goes on. */
export const deferral: Migration = {
  number: 7,
  name: "deferral",
  schemaHash: "564618a66a3916d94572fdadde8b3880723edd17d7c312d98f2f1dda5ed06e75",
  sql: `
ALTER TABLE task_instance ADD COLUMN deferral TEXT CHECK (deferral IS NULL OR json_valid(deferral));
ALTER TABLE task_instance_history ADD COLUMN deferral TEXT;
`,
};

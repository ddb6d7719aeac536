import type { Migration } from "../migration.ts";

/** What a task instance has stopped for and how it goes on. */
export const deferral: Migration = {
  number: 7,
  name: "deferral",
  schemaHash: "32ca9b1962f146e7c2e4e8f475b6c4432e17493a344145f2c4820001e398b207",
  sql: `
ALTER TABLE task_instance ADD COLUMN deferral TEXT CHECK (deferral IS NULL OR json_valid(deferral));
ALTER TABLE task_instance_history ADD COLUMN deferral TEXT;
`,
};

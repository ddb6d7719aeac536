import type { Migration } from "../migration.ts";

/** What a task instance has stopped for and how it goes on. */
export const deferral: Migration = {
  number: 4,
  name: "deferral",
  schemaHash: "eeaa938fb57569d7ae27850e67637bf3ec8eded17f6f5aee93cb6d27f91f78c3",
  sql: `
ALTER TABLE task_instance ADD COLUMN deferral TEXT CHECK (deferral IS NULL OR json_valid(deferral));
ALTER TABLE task_instance_history ADD COLUMN deferral TEXT;
`,
};

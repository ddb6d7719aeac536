import type { Migration } from "../migration.ts";

/** What a task instance has stopped for and how it goes on. */
export const deferral: Migration = {
  number: 6,
  name: "deferral",
  schemaHash: "e74ca848c4d9c3bb886ba9f4a52501daf4e304d66aa61fff2b63eb7e429c111d",
  sql: `
ALTER TABLE task_instance ADD COLUMN deferral TEXT CHECK (deferral IS NULL OR json_valid(deferral));
ALTER TABLE task_instance_history ADD COLUMN deferral TEXT;
`,
};

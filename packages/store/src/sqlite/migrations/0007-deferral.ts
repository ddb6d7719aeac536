import type { Migration } from "../migration.ts";

/** What a task instance has stopped for and how it goes on. */
export const deferral: Migration = {
  number: 7,
  name: "deferral",
  schemaHash: "0ab8e0e515f45ed709406205b435033d0d15b1ae8e9b540b65e8a3078f1603af",
  sql: `
ALTER TABLE task_instance ADD COLUMN deferral TEXT CHECK (deferral IS NULL OR json_valid(deferral));
ALTER TABLE task_instance_history ADD COLUMN deferral TEXT;
`,
};

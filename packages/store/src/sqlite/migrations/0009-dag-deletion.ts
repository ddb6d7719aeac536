import type { Migration } from "../migration.ts";

/** When somebody has deleted a DAG of which something is still left. */
export const dagDeletion: Migration = {
  number: 9,
  name: "dag-deletion",
  schemaHash: "40521a61b18aa55b0d6bda000bfc5edc0b03dd4167f7adc6789bfc55cbb063d6",
  sql: `
ALTER TABLE dag ADD COLUMN deleted_at INTEGER CHECK (deleted_at IS NULL OR is_active = 0);
`,
};

import type { Migration } from "../migration.ts";

/** How an instance of a mapped task is called for people (`mapIndexTemplate`, rendered). */
export const mapping: Migration = {
  number: 6,
  name: "mapping",
  schemaHash: "45c8b6f0b90a7f5d84bc8e196a42d82cde8b0863640a08d7553f71a7463e67de",
  sql: `
ALTER TABLE task_instance ADD COLUMN rendered_map_index TEXT;
ALTER TABLE task_instance_history ADD COLUMN rendered_map_index TEXT;
`,
};

import type { Migration } from "../migration.ts";

/** How an instance of a mapped task is called for people (`mapIndexTemplate`, rendered). */
export const mapping: Migration = {
  number: 6,
  name: "mapping",
  schemaHash: "d9d40d06343d1d44a5cebb2a019ac1873a32a4673fe9a14e789615499077dfa8",
  sql: `
ALTER TABLE task_instance ADD COLUMN rendered_map_index TEXT;
ALTER TABLE task_instance_history ADD COLUMN rendered_map_index TEXT;
`,
};

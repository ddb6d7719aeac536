import type { Migration } from "../migration.ts";

/** How an instance of a mapped task is called for people (`mapIndexTemplate`, rendered). */
export const mapping: Migration = {
  number: 4,
  name: "mapping",
  schemaHash: "dd152648c849a8d7df7136a483822bc5c4ac95f298c3130215730febd24c8c0b",
  sql: `
ALTER TABLE task_instance ADD COLUMN rendered_map_index TEXT;
ALTER TABLE task_instance_history ADD COLUMN rendered_map_index TEXT;
`,
};

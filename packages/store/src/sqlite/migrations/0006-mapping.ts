import type { Migration } from "../migration.ts";

/** How an instance of a mapped task is called for people (`mapIndexTemplate`, rendered). */
export const mapping: Migration = {
  number: 6,
  name: "mapping",
  schemaHash: "de10d653a08ff54f4ceeca0fb47184bbdb6f7581872349f1f13330f64a1c4218",
  sql: `
ALTER TABLE task_instance ADD COLUMN rendered_map_index TEXT;
ALTER TABLE task_instance_history ADD COLUMN rendered_map_index TEXT;
`,
};

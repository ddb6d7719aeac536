import type { Migration } from "../migration.ts";

/** How an instance of a mapped task is called for people (`mapIndexTemplate`, rendered). */
export const mapping: Migration = {
  number: 5,
  name: "mapping",
  schemaHash: "446056e31c3e02c8950b1c3166cb97dac3da363118ab93bf06df71f7f23bde95",
  sql: `
ALTER TABLE task_instance ADD COLUMN rendered_map_index TEXT;
ALTER TABLE task_instance_history ADD COLUMN rendered_map_index TEXT;
`,
};

import type { Migration } from "../migration.ts";

/** What templates became, of the latest attempt of a task instance: written once for each attempt that has some. */
export const renderedFields: Migration = {
  number: 17,
  name: "rendered-fields",
  schemaHash: "33117f9792530f7b5d42d54756e016aaa04b887f139c50a24b2b4dcf85a18cb3",
  sql: `
CREATE TABLE rendered_fields (
  run_key INTEGER NOT NULL,
  task_id TEXT NOT NULL,
  map_index INTEGER NOT NULL,
  fields TEXT NOT NULL CHECK (json_valid(fields)),
  PRIMARY KEY (run_key, task_id, map_index),
  FOREIGN KEY (run_key, task_id, map_index) REFERENCES task_instance (run_key, task_id, map_index) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
`,
};

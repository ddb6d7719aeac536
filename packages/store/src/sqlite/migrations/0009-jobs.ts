import type { Migration } from "../migration.ts";

/** Jobs that run outside of every worker, as their task instances know them. */
export const jobs: Migration = {
  number: 9,
  name: "jobs",
  schemaHash: "991094e7c5111505f1098a2db8c06dfa0772cd7807f579fd36ad290deafc2bb5",
  sql: `
ALTER TABLE task_instance ADD COLUMN job TEXT CHECK (job IS NULL OR json_valid(job));
ALTER TABLE task_instance_history ADD COLUMN job TEXT;
`,
};

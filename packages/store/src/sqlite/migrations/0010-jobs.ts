import type { Migration } from "../migration.ts";

/** Jobs that run outside of every worker, as their task instances know them. */
export const jobs: Migration = {
  number: 10,
  name: "jobs",
  schemaHash: "ecd61674a999e142240c0822209ff7202c0bd2ce5535961c496df89d7fa0f13b",
  sql: `
ALTER TABLE task_instance ADD COLUMN job TEXT CHECK (job IS NULL OR json_valid(job));
ALTER TABLE task_instance_history ADD COLUMN job TEXT;
`,
};

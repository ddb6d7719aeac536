import type { Migration } from "../migration.ts";

/** What lists of DAGs look for beside names and labels: what the author says of a DAG, and the folder of its file. */
export const overviews: Migration = {
  number: 15,
  name: "overviews",
  schemaHash: "7748b1fde49d51e6b4692a0bb0804a5b4b780ea7e722c12fdc21715571c83f08",
  sql: `
ALTER TABLE dag ADD COLUMN description TEXT;
ALTER TABLE dag ADD COLUMN folder TEXT NOT NULL DEFAULT '';

UPDATE dag SET folder = rtrim(file, replace(file, '/', '')), description = (
  SELECT json_extract(v.spec, '$.description')
  FROM dag_version v WHERE v.dag_id = dag.dag_id AND v.version = dag.version
);
`,
};

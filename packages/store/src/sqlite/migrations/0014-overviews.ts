import type { Migration } from "../migration.ts";

/** What lists of DAGs look for beside names and labels: what the author says of a DAG, and the folder of its file. */
export const overviews: Migration = {
  number: 14,
  name: "overviews",
  schemaHash: "8b55df03679625edc91774c7d7ce48a30e962e42d6d11f6a3af5ab41aebf8ea2",
  sql: `
ALTER TABLE dag ADD COLUMN description TEXT;
ALTER TABLE dag ADD COLUMN folder TEXT NOT NULL DEFAULT '';

UPDATE dag SET folder = rtrim(file, replace(file, '/', '')), description = (
  SELECT json_extract(v.spec, '$.description')
  FROM dag_version v WHERE v.dag_id = dag.dag_id AND v.version = dag.version
);
`,
};

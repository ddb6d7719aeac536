import { describe, expect, test } from "vitest";
import { DAG_DELETION_QUERIES } from "../queries/dag-deletion-queries.ts";
import { RETENTION_QUERIES } from "../queries/retention-queries.ts";
import { listRunsQuery } from "../queries/run-queries.ts";
import { EVENTS_OF_RUN } from "../queries/asset-read-queries.ts";
import { openConnection } from "./open.ts";
import { ALARM, ASSET, ASSET_READ, CLAIM, COMMIT, DAG, INSTANCE, RUN } from "./statements.ts";
import { testFolder } from "./test-folder.ts";

const db = openConnection({ path: testFolder()() });

/** How SQLite finds the rows of a table, in its own words. */
function plan(text: string): string {
  return db
    .all<{ detail: string }>(`EXPLAIN QUERY PLAN ${text}`)
    .map((row) => row.detail)
    .join("\n");
}

/** Texts that may be asked while there is much history, with what each may walk through as a whole. */
const TEXTS: readonly (readonly [name: string, text: string])[] = [
  ...Object.entries(RUN),
  ...Object.entries(INSTANCE),
  ...Object.entries(COMMIT),
  ...Object.entries(RETENTION_QUERIES),
  ...Object.entries(DAG_DELETION_QUERIES),
  ...Object.entries(ALARM),
  ...Object.entries(ASSET).flatMap(([name, text]) =>
    typeof text === "string" ? [[name, text] as const] : text.map((each) => [name, each] as const),
  ),
  ...Object.entries(ASSET_READ),
  ["eventsOfRun", EVENTS_OF_RUN],
  ["deactivate", DAG.deactivate],
  ["selectKnown", DAG.selectKnown],
  ["takeFree", CLAIM.takeFree],
];

describe("queries of a store with much history", () => {
  test.each(TEXTS)("%s never walks through all runs or task instances", (_, text) => {
    expect(plan(text)).not.toMatch(
      /SCAN (e|asset_event|asset_event_alias|dag_run_asset_event|dag_run|task_instance|task_instance_history|xcom)\b/,
    );
  });

  test.each([
    ["selectActive", RUN.selectActive],
    ["takeFree", CLAIM.takeFree],
    ["selectRemovable", RETENTION_QUERIES.selectRemovable],
  ])("%s finds what is not finished by the index of that", (_, text) => {
    expect(plan(text)).toContain("INDEX dag_run_active");
  });

  test.each([
    [{}, "dag_run_newest"],
    [{ dagId: "a" }, "dag_run_of_dag"],
    [{ dagId: "a", states: ["success"] }, "dag_run_of_dag"],
    [{ states: ["failed"] }, "dag_run_failed"],
    [{ states: ["success"] }, "dag_run_newest"],
    [{ runTypes: ["manual"] }, "dag_run_newest"],
  ] as const)("listRuns(%j) takes the newest from the index %s", (filter, index) => {
    const found = plan(listRunsQuery(filter).text);
    expect(found).toContain(`INDEX ${index}`);
    expect(found).not.toContain("TEMP B-TREE");
  });

  test.each([
    [{ states: ["running"] }, "dag_run_active"],
    [{ dagId: "a", states: ["queued", "running"] }, "dag_run_active"],
    [{ dagId: "a", runId: "r" }, "sqlite_autoindex_dag_run_1"],
  ] as const)("listRuns(%j) sorts only what the index %s holds", (filter, index) => {
    expect(plan(listRunsQuery(filter).text)).toContain(`INDEX ${index}`);
  });
});

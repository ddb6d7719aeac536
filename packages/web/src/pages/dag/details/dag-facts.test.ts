import { expect, test } from "vitest";
import { type DagDetails, dagFacts, shownFacts } from "./dag-facts.ts";

const DAG = {
  dag_id: "etl",
  dag_display_name: "etl",
  max_active_runs: 16,
  max_active_tasks: 4,
  catchup: true,
  is_paused: true,
  paused_reason: "5 runs failed",
  tags: [],
  owners: ["airflow"],
  file_token: "secret",
  params: { day: { value: 1 } },
  something_new: 7,
} as unknown as DagDetails;

const sources = (dag: DagDetails) => Object.fromEntries(dagFacts(dag).map(({ name, source }) => [name, source]));

test("what the file says is told apart from what holds where it says nothing", () => {
  expect(sources(DAG)).toEqual({
    dag_id: "file",
    dag_display_name: "default",
    max_active_runs: "default",
    max_active_tasks: "file",
    catchup: "file",
    is_paused: "server",
    paused_reason: "server",
    tags: "default",
    owners: "default",
    day: "file",
    something_new: "computed",
  });
});

test("a property is found by its name and by its value, and what is not set is left out", () => {
  const names = (text: string, onlySet = false) => shownFacts(dagFacts(DAG), { text, onlySet }).map(({ name }) => name);
  expect(names("ACTIVE")).toEqual(["max_active_runs", "max_active_tasks"]);
  expect(names("runs failed")).toEqual(["paused_reason"]);
  expect(names("", true)).not.toContain("tags");
});

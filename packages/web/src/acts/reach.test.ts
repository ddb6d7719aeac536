/** Which calls an act comes to. */
import { expect, test } from "vitest";
import { callsOf, NOTHING_LEFT, usualReach } from "./reach.ts";

const clear = { kind: "clear" } as const;
const one = { of: "tasks", tasks: [{ dagId: "d", runId: "r", taskId: "load" }] } as const;
const runs = {
  of: "runs",
  runs: [
    { dagId: "d", runId: "r" },
    { dagId: "d", runId: "s" },
  ],
} as const;

test("a run is cleared as far as it failed, a task with what comes after it", () => {
  expect(usualReach(clear, runs)).toMatchObject({ which: "failed", downstream: false });
  expect(usualReach(clear, one)).toMatchObject({ which: "all", downstream: true });
  expect(usualReach({ kind: "mark", state: "success" }, one)).toMatchObject({ which: "all", downstream: false });
  expect(usualReach(clear, runs, false)).toMatchObject({ which: "all" });
});

test("several task instances of one run are one call, those of another run another", () => {
  const tasks = [
    { dagId: "d", runId: "r", taskId: "load", mapIndex: 3 },
    { dagId: "d", runId: "r", taskId: "mart" },
    { dagId: "d", runId: "s", taskId: "load" },
  ];
  const target = { of: "tasks", tasks } as const;
  const reach = usualReach(clear, target);
  const calls = callsOf(target, { act: clear, reach, note: "why", left: NOTHING_LEFT });
  expect(calls.map(({ verb, body }) => [verb, body["dag_run_id"], body["task_ids"]])).toEqual([
    ["clearTasks", "r", [["load", 3], "mart"]],
    ["clearTasks", "s", ["load"]],
  ]);
  const marks = callsOf(target, { act: { kind: "mark", state: "failed" }, reach, note: "", left: NOTHING_LEFT });
  expect(marks.map(({ verb, path, body }) => [verb, path.task_id, body["new_state"]])).toEqual([
    ["markTasks", undefined, "failed"],
    ["markTask", "load", "failed"],
  ]);
});

test("a whole run from which something is left is cleared task by task", () => {
  const reach = usualReach(clear, runs);
  const left = { items: [{ dag_run_id: "s", task_id: "load", map_index: -1 }], running: false };
  const calls = callsOf(runs, { act: clear, reach, note: "", left });
  expect(calls.map(({ verb, body }) => [verb, body["only_failed"], body["exclude"]])).toEqual([
    ["clearRun", true, undefined],
    ["clearTasks", true, left.items],
  ]);
  const goingOn = callsOf(runs, { act: clear, reach, note: "", left: { items: [], running: true } });
  expect(goingOn.map(({ verb, body }) => [verb, body["exclude_running"]])).toEqual([
    ["clearTasks", true],
    ["clearTasks", true],
  ]);
});

import { canonicalJson, type DagSpec, type Json } from "@momiji/core";
import { expect, test } from "vitest";
import { placeTask } from "./add-task.ts";
import { dag } from "./dag.ts";
import type { Dag } from "./dag-object.ts";
import type { Output } from "./output.ts";
import { every } from "./schedule.ts";

const source = { file: "dags/a.ts" };
const spec = (made: Dag): DagSpec => made.toSpec(source);

/** An operator as the standard ones are made. */
const bash = (id: string, command: string): Output<string> =>
  placeTask({
    id,
    operator: "bash",
    lane: "process",
    params: { command },
    templateFields: ["command", "env"],
    options: {},
  });

test("the DAG of the design gives its spec, and nothing that is a default stands in it", () => {
  const made = dag(
    {
      id: "nightly_report",
      schedule: "0 3 * * *",
      timezone: "Asia/Tokyo",
      startDate: "2026-09-14T14:04",
      catchup: false,
      tags: ["example"],
      defaults: { owner: "data", retries: 1, retryDelay: { minutes: 5 } },
    },
    ({ task }) => {
      const rows = task("rows", () => [1, 2]);
      const total = task("total", { rows }, ({ rows }) => rows.length);
      total.before(bash("alert", "echo {{ ds }} failed"));
    },
  );
  const retry = { retries: 1, delaySeconds: 300 };
  expect(spec(made)).toEqual({
    version: 1,
    dagId: "nightly_report",
    schedule: { kind: "cron-interval", cron: "0 3 * * *", timezone: "Asia/Tokyo" },
    timezone: "Asia/Tokyo",
    startDate: "2026-09-14T05:04:00Z",
    catchup: false,
    templateStyle: "json",
    tags: ["example"],
    tasks: [
      { taskId: "rows", operator: "function", lane: "function", upstream: [], retry, owner: "data" },
      {
        taskId: "total",
        operator: "function",
        lane: "function",
        inputs: { rows: "rows" },
        upstream: ["rows"],
        retry,
        owner: "data",
      },
      {
        taskId: "alert",
        operator: "bash",
        lane: "process",
        params: { command: "echo {{ ds }} failed" },
        templateFields: ["command"],
        upstream: ["total"],
        retry,
        owner: "data",
      },
    ],
    source,
  });
});

test("building the same DAG twice, with edges and tags in another order, gives the same spec", () => {
  const build = (turned: boolean): string => {
    const made = dag(
      { id: "same", tags: turned ? ["b", "a", "a"] : ["a", "b"], schedule: every({ minutes: 3 }) },
      ({ task }) => {
        const [a, b, c] = ["a", "b", "c"].map((id) => task(id, () => id)) as [
          Output<string>,
          Output<string>,
          Output<string>,
        ];
        if (turned) c.after(b, a);
        else [a, b].forEach((one) => one.before(c, c));
      },
    );
    return canonicalJson(spec(made) as unknown as Json);
  };
  expect(build(true)).toBe(build(false));
});

test("bodies stay behind, under the full id of their task", async () => {
  const made = dag({ id: "bodies" }, ({ task, group, sensor }) => {
    const one = task("one", (ctx) => ctx.runId);
    group("inner", () => {
      task("two", { one }, ({ one }, ctx) => `${one}/${ctx.taskId}`);
      sensor("wait", { poke: (ctx) => ctx.tryNumber > 1 });
    });
    bash("three", "date");
  });
  const ctx = { runId: "r", taskId: "t", tryNumber: 2 } as never;
  const run = (taskId: string, inputs: { [name: string]: Json }): unknown => {
    const body = made.bodyOf(taskId);
    return body?.kind === "function" ? body.run(inputs, ctx, {}) : body?.definition.poke(ctx, {});
  };
  expect(run("one", {})).toBe("r");
  expect(run("inner.two", { one: "x" })).toBe("x/t");
  expect(run("inner.wait", {})).toBe(true);
  expect(made.bodyOf("three")).toBeUndefined();
  expect(spec(made).tasks.find((task) => task.taskId === "inner.wait")?.sensor).toEqual({
    pokeIntervalSeconds: 60,
    timeoutSeconds: 604_800,
  });
});

test.each([
  ["an empty id", () => dag({ id: "" }, () => {}), 'DAG "": the id must be a text'],
  ["an id with a space", () => dag({ id: "a b" }, () => {}), 'DAG "a b": the id "a b" may hold only letters'],
  [
    "an id of 251 characters",
    () => dag({ id: "x".repeat(251) }, () => {}),
    "the id has 251 characters; 250 are allowed",
  ],
  [
    "an unknown option",
    () => dag({ id: "a", schedul: null } as never, () => {}),
    'DAG "a": there is no option "schedul"',
  ],
  [
    "an unknown default",
    () => dag({ id: "a", defaults: { retrys: 1 } as never }, () => {}),
    'DAG "a", defaults: there is no option "retrys"',
  ],
  [
    "a bad zone",
    () => dag({ id: "a", timezone: "Asia/Tokio" }, () => {}),
    'DAG "a", timezone: "Asia/Tokio" is no time zone',
  ],
  [
    "a bad date",
    () => dag({ id: "a", startDate: "2026-13-01" }, () => {}),
    'DAG "a", startDate: "2026-13-01" is no date',
  ],
  [
    "a bad duration",
    () => dag({ id: "a", dagrunTimeout: { minute: 5 } as never }, () => {}),
    'DAG "a", dagrunTimeout: there is no option "minute"',
  ],
  [
    "catchup from nowhere",
    () => dag({ id: "a", schedule: "@daily", catchup: true }, () => {}),
    'DAG "a": catchup needs a startDate',
  ],
  [
    "many continuous runs",
    () => dag({ id: "a", schedule: "@continuous" }, () => {}),
    '"@continuous" needs maxActiveRuns: 1',
  ],
  [
    "no room for runs",
    () => dag({ id: "a", maxActiveRuns: 0 }, () => {}),
    'DAG "a", maxActiveRuns: must be a whole number of at least 1',
  ],
  [
    "an async builder",
    () => dag({ id: "a" }, async () => {}),
    'DAG "a": the function given to dag(...) must not be async',
  ],
  [
    "a DAG within a DAG",
    () => dag({ id: "a" }, () => dag({ id: "b" }, () => {})),
    'DAG "b": a DAG cannot be built inside another ("a")',
  ],
])("%s is refused with a message that says where", (_what, build, message) => {
  expect(build).toThrow(message);
});

test("an operator outside a DAG says where it belongs, also after a DAG that failed", () => {
  expect(() => bash("alone", "date")).toThrow('bash("alone"): a task belongs to a DAG');
  expect(() =>
    dag({ id: "a" }, () => {
      throw new Error("mine");
    }),
  ).toThrow("mine");
  expect(() => bash("alone", "date")).toThrow("a task belongs to a DAG");
});

test("a DAG that is built takes no more tasks and edges", () => {
  let add = (): unknown => null;
  let join = (): unknown => null;
  dag({ id: "done" }, ({ task }) => {
    const a = task("a", () => 1);
    add = () => task("b", () => 2);
    join = () => a.before(a);
  });
  expect(add).toThrow('DAG "done", task "b": the DAG is already built');
  expect(join).toThrow("the DAG is already built");
});

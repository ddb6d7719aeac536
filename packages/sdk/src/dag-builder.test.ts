import { type DagSpec, type Json, type TaskSpec, validateDagSpec } from "@momiji/core";
import { expect, test } from "vitest";
import { type AnyParams, dag } from "./dag.ts";
import type { DagBuilder } from "./dag-builder.ts";
import type { Output, TaskGroup } from "./output.ts";

type Build = (builder: DagBuilder<AnyParams>) => unknown;

/** Every spec that is built here must also be one that the loader takes. */
const specOf = (build: Build): DagSpec => {
  const spec = dag({ id: "d" }, build).toSpec({ file: "d.ts" });
  expect(validateDagSpec(spec as unknown as Json)).toEqual([]);
  return spec;
};

const edges = (build: Build): { readonly [taskId: string]: readonly string[] } =>
  Object.fromEntries(specOf(build).tasks.map((task) => [task.taskId, task.upstream]));

const only = (build: Build): TaskSpec => specOf(build).tasks[0] as TaskSpec;

const tasks = (builder: DagBuilder<AnyParams>, ids: string): Output<string>[] =>
  ids.split(" ").map((id) => builder.task(id, () => id));

test("before and after draw the same edge", () => {
  const first = edges((dag) => {
    const [a, b, c] = tasks(dag, "a b c") as [Output<string>, Output<string>, Output<string>];
    a.before(b, [c]);
  });
  expect(first).toEqual({ a: [], b: ["a"], c: ["a"] });
  expect(first).toEqual(
    edges((dag) => {
      const [a, b, c] = tasks(dag, "a b c") as [Output<string>, Output<string>, Output<string>];
      b.after(a);
      c.after(a);
    }),
  );
});

test("chain crosses a task with a list and links two lists pairwise", () => {
  const made = edges((dag) => {
    const [a, b, c, d, e, f] = tasks(dag, "a b c d e f");
    dag.chain(a!, [b!, c!], [d!, e!], f!);
  });
  expect(made).toEqual({ a: [], b: ["a"], c: ["a"], d: ["b"], e: ["c"], f: ["d", "e"] });
  const uneven: Build = (dag) => {
    const [a, b, c] = tasks(dag, "a b c");
    dag.chain([a!], [b!, c!]);
  };
  expect(() => edges(uneven)).toThrow("a list of 1 is followed by one of 2");
});

test("groups put their id before those inside, and stand for their first and last tasks", () => {
  const spec = specOf(({ task, group }) => {
    const start = task("start", () => 0);
    const outer = group("outer", { tooltip: "all of it" }, () => {
      const a = task("a", () => 1);
      const inner = group("inner", () => ({ b: task("b", () => 2), c: task("c", () => 3) }));
      a.before(inner);
      return inner.outputs;
    });
    outer.after(start);
    outer.before(task("end", { last: outer.outputs.c }, ({ last }) => last));
  });
  expect(Object.fromEntries(spec.tasks.map((task) => [task.taskId, task.upstream]))).toEqual({
    start: [],
    "outer.a": ["start"],
    "outer.inner.b": ["outer.a"],
    "outer.inner.c": ["outer.a"],
    end: ["outer.inner.b", "outer.inner.c"],
  });
  expect(spec.groups).toEqual([
    {
      groupId: "outer",
      tooltip: "all of it",
      children: ["outer.a", "outer.inner"],
      upstream: ["start"],
      downstream: ["end"],
    },
    {
      groupId: "outer.inner",
      parent: "outer",
      children: ["outer.inner.b", "outer.inner.c"],
      upstream: ["outer.a"],
    },
  ]);
});

test("what a task says wins over its group, and the group over the DAG", () => {
  const defaults = { owner: "dag", pool: "dag", queue: "dag" };
  const made = dag({ id: "d", defaults }, ({ task, group }) => {
    group("g", { defaults: { owner: "group", pool: "group" } }, () => task("a", { owner: "task" }, () => 1));
    task("b", () => 1);
  });
  const [a, b] = made.toSpec({ file: "d.ts" }).tasks;
  expect(a).toMatchObject({ owner: "task", pool: "group", queue: "dag" });
  expect(b).toMatchObject(defaults);
});

test("all options reach the spec under their unit", () => {
  const full = only(({ task }) =>
    task(
      "a",
      {
        email: "a@example.com; b@example.com",
        emailOnRetry: false,
        retries: 3,
        retryDelay: { seconds: 1.5 },
        retryExponentialBackoff: true,
        maxRetryDelay: { hours: 1 },
        executionTimeout: { minutes: 2 },
        waitForDownstream: true,
        triggerRule: "all_done",
        priorityWeight: 5,
        weightRule: "absolute",
        pool: "p",
        poolSlots: 2,
        queue: "q",
        executor: "e",
        maxActiveTisPerDag: 4,
        maxActiveTisPerDagrun: 3,
        memoryLimitMiB: 64,
        doXcomPush: false,
        taskDisplayName: "A",
        docMd: "# A",
      },
      () => 1,
    ),
  );
  expect(full).toEqual({
    taskId: "a",
    operator: "function",
    lane: "function",
    upstream: [],
    email: { to: ["a@example.com", "b@example.com"], onRetry: false },
    retry: { retries: 3, delaySeconds: 1.5, backoff: 2, maxDelaySeconds: 3600 },
    executionTimeoutSeconds: 120,
    dependsOnPast: true,
    waitForDownstream: true,
    triggerRule: "all_done",
    priorityWeight: 5,
    weightRule: "absolute",
    pool: "p",
    poolSlots: 2,
    queue: "q",
    executor: "e",
    maxActiveTisPerDag: 4,
    maxActiveTisPerDagrun: 3,
    memoryLimitMiB: 64,
    doXcomPush: false,
    displayName: "A",
    doc: "# A",
  });
});

test("an option that says the default says nothing", () => {
  const silent = {
    triggerRule: "all_success",
    retries: 0,
    priorityWeight: 1,
    weightRule: "downstream",
    pool: "default_pool",
  } as const;
  const more = {
    poolSlots: 1,
    queue: "default",
    doXcomPush: true,
    dependsOnPast: false,
    retryDelay: { minutes: 5 },
  } as const;
  const said = only(({ task }) => task("a", { ...silent, ...more }, () => 1));
  expect(said).toEqual(only(({ task }) => task("a", () => 1)));
});

test("a sensor has its own options, and takes them from the defaults too", () => {
  const made = dag({ id: "d", defaults: { pokeInterval: { seconds: 5 } } }, ({ sensor, task }) => {
    sensor("s", {
      poke: () => true,
      timeout: { hours: 1 },
      softFail: true,
      exponentialBackoff: true,
      maxWait: { minutes: 1 },
      retries: 1,
    });
    task("t", () => 1);
  });
  const [s, t] = made.toSpec({ file: "d.ts" }).tasks;
  expect(s?.sensor).toEqual({
    pokeIntervalSeconds: 5,
    timeoutSeconds: 3600,
    softFail: true,
    exponentialBackoff: true,
    maxWaitSeconds: 60,
  });
  expect(t?.sensor).toBeUndefined();
});

let foreign: Output<number>;
let foreignGroup: TaskGroup;
dag({ id: "other" }, ({ task, group }) => {
  foreign = task("x", () => 1);
  foreignGroup = group("g", () => {});
});

test.each<[string, Build, string]>([
  [
    "two tasks of one id",
    ({ task }) => [task("a", () => 1), task("a", () => 2)],
    'DAG "d": there are two tasks or groups with the id "a"',
  ],
  ["a group named like a task", ({ task, group }) => [task("a", () => 1), group("a", () => {})], 'the id "a"'],
  ["a task id with a slash", ({ task }) => task("a/b", () => 1), 'DAG "d", task "a/b": the id "a/b" may hold only'],
  [
    "a group id with a dot",
    ({ group }) => group("a.b", () => {}),
    'DAG "d", group "a.b": the id "a.b" may hold only letters',
  ],
  [
    "an id too long with its groups",
    ({ group, task }) => group("g", () => task("x".repeat(249), () => 1)),
    "the id has 251 characters",
  ],
  [
    "an input of another DAG",
    ({ task }) => task("a", { foreign }, () => 1),
    'DAG "d", task "a": input "foreign" is task "x" of another DAG',
  ],
  [
    "an edge to another DAG",
    ({ task }) => task("a", () => 1).before(foreign),
    'DAG "d": task "x" belongs to another DAG',
  ],
  [
    "an edge to an empty group",
    ({ task, group }) => task("a", () => 1).before(group("g", () => {})),
    'group "g" has no tasks',
  ],
  ["an edge from a foreign group", ({ task }) => foreignGroup.before(task("a", () => 1)), "belongs to another DAG"],
  [
    "retries below zero",
    ({ task }) => task("a", { retries: -1 }, () => 1),
    'DAG "d", task "a", retries: must be a whole number of at least 0, not -1',
  ],
  [
    "no time at all",
    ({ task }) => task("a", { executionTimeout: { seconds: 0 } }, () => 1),
    "executionTimeout: must be longer than 0 s",
  ],
  [
    "a task without a function",
    ({ task }) => task("a", "date" as never),
    'DAG "d", task "a": the last argument must be a function',
  ],
])("%s is refused with a message that says where", (_what, build, message) => {
  expect(() => specOf(build)).toThrow(message);
});

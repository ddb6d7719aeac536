/** Dynamic task mapping from the author's file to the values that arrive, through the real scheduler and store. */
import { branchDayOfWeek } from "@momiji/operators";
import { concat, dag, SkipTask, zip } from "@momiji/sdk";
import { expect, test } from "vitest";
import { runDag, type RunDagOptions } from "./run-dag.ts";

const AT: RunDagOptions = { at: "2026-01-01T00:00:00Z" };

test("a task is mapped over what another returns, and a third one takes all results", async () => {
  const sums = dag({ id: "sums" }, ({ task }) => {
    const numbers = task("numbers", () => [1, 2, 3]);
    const squares = task.map("squares", { number: numbers, factor: [1, 10] }, ({ number, factor }) => number * factor);
    task("sum", { squares }, ({ squares }) => squares.reduce((a, b) => a + b, 0));
    task.map("again", { square: squares }, ({ square }, ctx) => `${ctx.mapIndex}: ${square}`);
  });
  const { state, tasks } = await runDag(sums, AT);
  expect(state).toBe("success");
  expect([0, 1, 2, 3, 4, 5].map((index) => tasks[`squares[${index}]`]?.value)).toEqual([1, 10, 2, 20, 3, 30]);
  expect(tasks["squares"]).toBeUndefined();
  expect(tasks["sum"]?.value).toBe(66);
  expect(tasks["again[5]"]?.value).toBe("5: 30");
});

test("functions change elements where the instance runs, and may skip it; who takes all gets the others", async () => {
  const files = dag({ id: "files" }, ({ task }) => {
    const found = task("found", () => ({ "a.csv": 1, "b.txt": 2, "c.csv": 3 }));
    const chosen = zip(
      found.map(([name, size]) => {
        if (!name.endsWith(".csv")) throw new SkipTask(`${name} is no table`);
        return { name, size };
      }),
      concat(["x"], ["y", "z"]),
    );
    const load = task.map("load", { pair: chosen }, ({ pair: [{ name, size }, mark] }) => `${name} ${size} ${mark}`);
    task("report", { inputs: { load }, triggerRule: "none_failed" }, ({ load }) => load.join(", "));
  });
  const { state, tasks } = await runDag(files, AT);
  expect(state).toBe("success");
  expect(tasks["load[1]"]).toMatchObject({ state: "skipped", message: "b.txt is no table" });
  expect(tasks["report"]?.value).toBe("a.csv 1 x, c.csv 3 z");
});

test("sets of named values come with what is the same for all", async () => {
  const made = dag({ id: "kwargs" }, ({ task }) => {
    const base = task("base", () => 100);
    const sets = task("sets", () => [
      { x: 1, y: 2 },
      { x: 3, y: 4 },
    ]);
    task.mapKwargs("add", { over: sets, inputs: { base } }, ({ x, y, base }) => base + x * y);
  });
  const { tasks } = await runDag(made, AT);
  expect([tasks["add[0]"]?.value, tasks["add[1]"]?.value]).toEqual([102, 112]);
});

test("a mapped group runs by map index, a failure stops its own only, and outside all results are one list", async () => {
  const made = dag({ id: "groups" }, ({ task, group }) => {
    const names = task("names", () => ["a", "b", "c"]);
    const each = group.map("each", { name: names }, ({ name }) => {
      const upper = task("upper", { name }, ({ name }) => name.toUpperCase());
      return task("twice", { upper, name }, ({ upper, name }) => `${upper}${name}`);
    });
    task("all", { inputs: { each: each.outputs }, triggerRule: "all_done" }, ({ each }) => each);
  });
  const { tasks } = await runDag(made, { ...AT, fail: { "each.upper[1]": "broken" } });
  expect(tasks["each.twice[0]"]?.value).toBe("Aa");
  expect(tasks["each.twice[1]"]?.state).toBe("upstream_failed");
  expect(tasks["all"]?.value).toEqual(["Aa", "Cc"]);
});

test("nothing to map over is skipped, and so is what needs it", async () => {
  const made = dag({ id: "empty" }, ({ task }) => {
    const none = task("none", (): string[] => []);
    const each = task.map("each", { item: none }, ({ item }) => item);
    task("after", { each }, ({ each }) => each);
    task("still", { inputs: { each }, triggerRule: "all_done" }, ({ each }) => each);
  });
  const { state, tasks } = await runDag(made, AT);
  expect(state).toBe("success");
  expect([tasks["each"]?.state, tasks["after"]?.state]).toEqual(["skipped", "skipped"]);
  expect(tasks["still"]).toMatchObject({ state: "success", value: [] });
});

test("a task that returns what cannot be mapped over fails itself, by name", async () => {
  const mappedOver = (returned: unknown) =>
    dag({ id: "unmappable" }, ({ task }) => {
      const list = task("list", () => returned as string[]);
      task.map("each", { item: list }, ({ item }) => item);
    });
  const outcome = async (returned: unknown) => {
    const { tasks } = await runDag(mappedOver(returned), AT);
    return { message: tasks["list"]?.message, each: tasks["each"]?.state };
  };
  expect(await outcome(5)).toEqual({
    message: '"each" is mapped over what it returns: it returned a number; it must return a list or an object',
    each: "upstream_failed",
  });
  expect((await outcome(undefined)).message).toContain("it returned nothing");
  expect((await outcome(Array.from({ length: 1025 }, () => 0))).message).toContain(
    "it returned 1025 elements, and core.maxMapLength is 1024",
  );
});

test("mapped branches decide one by one, and what one of them decides against is skipped", async () => {
  const made = dag({ id: "branches" }, ({ task, branch, shortCircuit }) => {
    const sizes = task("sizes", () => [1, 20]);
    const full = task("full", () => "full");
    const delta = task("delta", () => "delta");
    const both = task("both", () => "both");
    const choices = { full: [full, both], delta: [delta, both] };
    branch.map("by_size", { over: { size: sizes }, choices }, ({ size }) => (size > 10 ? "full" : "delta"));
    const open = shortCircuit.map("is_open", { size: sizes }, ({ size }) => size > 0);
    const shut = shortCircuit.map("is_shut", { size: sizes }, ({ size }) => size > 10);
    task("goes_on", { open }, ({ open }) => open.length);
    task("ends", { shut }, ({ shut }) => shut.length);
  });
  const { tasks } = await runDag(made, AT);
  expect([tasks["by_size[0]"]?.value, tasks["by_size[1]"]?.value]).toEqual([
    ["delta", "both"],
    ["full", "both"],
  ]);
  const states = ["full", "delta", "both", "goes_on", "ends"].map((taskId) => tasks[taskId]?.state);
  expect(states).toEqual(["skipped", "skipped", "success", "success", "skipped"]);
});

test("a branch by the day of the week is mapped over its days", async () => {
  const made = dag({ id: "days" }, ({ task }) => {
    const yes = task("yes", () => 1);
    const no = task("no", () => 1);
    // 2026-01-01 is a Thursday.
    const weekDay = ["thursday", ["monday", "thursday"]] as const;
    branchDayOfWeek.map("day", { weekDay }, { ifTrue: yes, ifFalse: no, useTaskLogicalDate: true });
  });
  const { tasks } = await runDag(made, AT);
  expect([tasks["day[0]"]?.value, tasks["day[1]"]?.value]).toEqual(["yes", "yes"]);
  expect([tasks["yes"]?.state, tasks["no"]?.state]).toEqual(["success", "skipped"]);
});

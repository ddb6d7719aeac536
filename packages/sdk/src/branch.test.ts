import { expect, expectTypeOf, test } from "vitest";
import type { BranchOutput } from "./branch.ts";
import { dag } from "./dag.ts";
import type { Dag } from "./dag-object.ts";
import { asSkipDecision } from "./skip-decision.ts";
import type { TaskContext } from "./task-context.ts";

/** What the body of a branch or a short circuit decides. */
function decided(made: Dag, taskId: string): { readonly skip: readonly string[]; readonly value: unknown } {
  const body = made.bodyOf(taskId);
  if (body?.kind !== "function") throw new Error("no function");
  const returned = body.run({}, {} as TaskContext, {});
  const decision = asSkipDecision(returned);
  return decision === null ? { skip: [], value: returned } : { skip: decision.skip, value: decision.value };
}

const upstreamOf = (made: Dag, taskId: string) =>
  made.toSpec({ file: "d.ts" }).tasks.find((task) => task.taskId === taskId)?.upstream;

/** choose -> a, b, group g (g.one, g.two -> g.last); a -> join; b -> join. */
function withBranch(chosen: (made: { a: unknown; g: unknown }) => unknown): Dag {
  return dag({ id: "d" }, ({ task, branch, group }) => {
    const objects: { a: unknown; g: unknown } = { a: null, g: null };
    const choose = branch("choose", () => chosen(objects) as string | null);
    const a = task("a", () => 1);
    const b = task("b", () => 2);
    const g = group("g", () => {
      const one = task("one", () => 1);
      const two = task("two", () => 1);
      task("last", () => 1).after(one, two);
    });
    const join = task("join", { triggerRule: "none_failed_min_one_success" }, () => 3);
    choose.before(a, b, g, join);
    join.after(a, b);
    Object.assign(objects, { a, g });
  });
}

test.each<[string, (made: { a: unknown; g: unknown }) => unknown, readonly string[], unknown]>([
  ["an id", () => "a", ["b", "g.one", "g.two"], "a"],
  ["a task", ({ a }) => a, ["b", "g.one", "g.two"], "a"],
  ["several", ({ a, g }) => [a, g], ["b"], ["a", "g"]],
  ["a group by its id", () => "g", ["a", "b", "join"], "g"],
  ["a list of one", () => ["b"], ["a", "g.one", "g.two"], ["b"]],
  ["nothing", () => null, ["a", "b", "g.one", "g.two", "join"], null],
  ["no value at all", () => undefined, ["a", "b", "g.one", "g.two", "join"], null],
  ["an empty list", () => [], ["a", "b", "g.one", "g.two", "join"], []],
])(
  "a branch that chooses %s skips the rest, but not what also comes after the chosen",
  (...[, chosen, skip, value]) => {
    expect(decided(withBranch(chosen), "choose")).toEqual({ skip, value });
  },
);

test.each<[string, unknown, string]>([
  ["an id that there is not", "c", '"c"'],
  ["a task further down", "g.last", '"g.last"'],
  ["the branch itself", "choose", '"choose"'],
  ["a number", 3, "3"],
])("a branch that chooses %s fails, without retries, and says what it may choose", (_, chosen, named) => {
  const choose = () =>
    decided(
      withBranch(() => chosen),
      "choose",
    );
  expect(choose).toThrow(
    `the branch "choose" chose ${named}, which does not come right after it; it may choose "a", "b", "g.one", "g.two", "join", "g", several of them in a list, or null`,
  );
  expect(choose).toThrow(expect.objectContaining({ name: "FailTask" }) as Error);
});

test("declared choices draw the edges, and are chosen by name", () => {
  const made = dag({ id: "d" }, ({ task, branch, group }) => {
    const full = task("load_full", () => 1);
    const check = task("check_full", () => 1);
    const parts = group("parts", () => task("one", () => 1));
    const choices = { full: [full, check], parts };
    branch("choose", { choices, retries: 1 }, () => "full");
    branch("choose_both", { choices }, async () => ["full", "parts"] as const);
  });
  expect(upstreamOf(made, "load_full")).toEqual(["choose", "choose_both"]);
  expect(upstreamOf(made, "parts.one")).toEqual(["choose", "choose_both"]);
  expect(decided(made, "choose")).toEqual({ skip: ["parts.one"], value: ["load_full", "check_full"] });
});

test("a branch that waits decides when its promise does", async () => {
  const made = dag({ id: "d" }, ({ task, branch }) => {
    const a = task("a", () => 1);
    const b = task("b", () => 1);
    branch("choose", { choices: { a, b } }, async () => "b");
  });
  const body = made.bodyOf("choose");
  const returned = body?.kind === "function" ? await body.run({}, {} as TaskContext, {}) : null;
  expect(asSkipDecision(returned)).toMatchObject({ skip: ["a"], value: "b" });
});

test("a name that is no choice does not compile", () => {
  dag({ id: "d" }, ({ task, branch }) => {
    const rows = task("rows", () => [1]);
    const a = task("a", () => 1);
    const choice = branch("named", { choices: { a } }, () => "a");
    expectTypeOf(choice).toEqualTypeOf<BranchOutput>();
    branch("with_inputs", { choices: { a }, inputs: { rows } }, ({ rows }) => (rows.length > 0 ? "a" : null));
    branch("inputs_only", { rows }, ({ rows }) => (rows.length > 0 ? a : null)).before(a);
    // @ts-expect-error there is no choice b
    branch("wrong_name", { choices: { a } }, () => "b");
    // @ts-expect-error nor in a list
    branch("wrong_list", { choices: { a } }, () => ["a", "b"]);
    // @ts-expect-error a choice is a name, not a number
    branch("wrong_type", { choices: { a } }, () => 1);
    // @ts-expect-error a branch chooses tasks, not values
    branch("no_task", () => ({ a: 1 }));
    // @ts-expect-error the input is a list
    branch("wrong_input", { rows }, ({ rows }) => rows.toUpperCase());
  });
});

test("a closed short circuit skips everything behind it but teardowns, or only what comes next", () => {
  const made = (open: unknown, everything?: boolean) =>
    dag({ id: "d" }, ({ task, shortCircuit, chain }) => {
      const options = everything === undefined ? {} : { ignoreDownstreamTriggerRules: everything };
      const create = task("create", () => 1);
      const drop = task("drop", () => 1).asTeardown({ setups: create });
      chain(
        create,
        shortCircuit("gate", options, () => open),
        task("a", () => 1),
        task("b", () => 1),
        drop,
      );
    });
  expect(decided(made(0), "gate")).toEqual({ skip: ["a", "b"], value: 0 });
  expect(decided(made(undefined, false), "gate")).toEqual({ skip: ["a"], value: undefined });
  expect(decided(made([]), "gate")).toEqual({ skip: [], value: [] });
});

import { expect, test } from "vitest";
import { z } from "zod";
import { dag } from "./dag.ts";
import type { Dag } from "./dag-object.ts";
import { defineOperator } from "./define-operator.ts";

const greet = defineOperator({
  name: "greet",
  params: z.object({ name: z.string(), times: z.coerce.number().default(1), note: z.string().optional() }),
  templateFields: ["name", "note"],
  run: (ctx, { name, times }) => `${ctx.runId}: ${`hello ${name} `.repeat(times).trim()}`,
});

const run = (made: Dag, params: { [name: string]: string }): unknown => {
  const body = made.bodyOf("g");
  return body?.kind === "function" && body.run({}, { runId: "r" } as never, params);
};

test("params and options of tasks are told apart, and only templates that are there are named", () => {
  const made = dag({ id: "d" }, () => greet("g", { name: "{{ ds }}", retries: 2 }));
  expect(made.toSpec({ file: "d.ts" }).tasks).toEqual([
    {
      taskId: "g",
      operator: "greet",
      lane: "function",
      params: { name: "{{ ds }}" },
      templateFields: ["name"],
      upstream: [],
      retry: { retries: 2, delaySeconds: 300 },
    },
  ]);
});

test("the schema reads the rendered params when the task runs", () => {
  const made = dag({ id: "d" }, () => greet("g", { name: "a" }));
  expect(run(made, { name: "a", times: "2" })).toBe("r: hello a hello a");
  expect(() => run(made, { name: "a", times: "many" })).toThrow("greet, params: times: ");
});

test("an operator without a schema gets the params as they are", () => {
  const plain = defineOperator({ name: "plain", run: (_ctx, params: { url: string }) => params.url });
  const made = dag({ id: "d" }, () => plain("g", { url: "x" }));
  expect(run(made, { url: "y" })).toBe("y");
});

test("params that are no JSON are refused where they are written", () => {
  const any = defineOperator({ name: "any", run: (_ctx, params: { value: unknown }) => params.value });
  const build = (value: unknown): Dag => dag({ id: "d" }, () => any("g", { value }));
  expect(() => build({ list: [() => 1] })).toThrow(
    'DAG "d", task "g": params.value.list[0] is of type function, but must be JSON',
  );
  expect(() => build(new Date(0))).toThrow("params.value is a value of Date");
  expect(() => build(Number.NaN)).toThrow("params.value is NaN");
  expect(() => dag({ id: "d" }, ({ task }) => any("g", { value: task("t", () => 1) }))).toThrow(
    'params.value is the output of task "t", which is not there yet',
  );
  expect(build({ a: undefined, b: null }).toSpec({ file: "d.ts" }).tasks[0]?.params).toEqual({ value: { b: null } });
});

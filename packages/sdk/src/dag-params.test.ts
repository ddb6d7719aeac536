import { expect, test } from "vitest";
import { z } from "zod";
import { dag } from "./dag.ts";
import type { Dag } from "./dag-object.ts";

const params = z.object({ user: z.string().default("world"), level: z.enum(["low", "high"]).default("low") });
const specParams = (made: Dag): unknown => made.toSpec({ file: "d.ts" }).params;

test("the schema is written as JSON Schema with its defaults", () => {
  expect(specParams(dag({ id: "d", schedule: "@daily", params }, () => {}))).toEqual({
    schema: {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      type: "object",
      properties: {
        user: { type: "string", default: "world" },
        level: { type: "string", enum: ["low", "high"], default: "low" },
      },
    },
    defaults: { user: "world", level: "low" },
  });
});

test("a DAG that starts by itself needs defaults, one that is started by hand does not", () => {
  const asked = z.object({ user: z.string(), day: z.string().default("monday") });
  expect(specParams(dag({ id: "d", params: asked }, () => {}))).toMatchObject({ defaults: { day: "monday" } });
  expect(() => dag({ id: "d", schedule: "@daily", params: asked }, () => {})).toThrow(
    'DAG "d", params: every param of a scheduled DAG needs a valid default: user: ',
  );
});

/** As workers build them: with private fields behind getters. */
class GuardedContext {
  readonly #runId = "r";
  readonly #now = "!";
  readonly params: object;
  constructor(params: object) {
    this.params = params;
  }

  get runId(): string {
    return this.#runId;
  }
  now(): string {
    return this.#now;
  }
}

test("a task sees the values as the schema makes them, and fails on values that do not fit", () => {
  const made = dag({ id: "d", params: z.object({ n: z.string().default("1").transform(Number) }) }, ({ task }) => {
    task("t", (ctx) => `${ctx.runId}: ${ctx.params.n + 1}${ctx.now().toString()}`);
  });
  const body = made.bodyOf("t");
  const run = (params: object): unknown =>
    body?.kind === "function" && body.run({}, new GuardedContext(params) as never, {});
  expect(run({ n: "41" })).toBe("r: 42!");
  expect(() => run({ n: 41 })).toThrow("params of run r: n: ");
});

test.each([
  ["no object", z.string(), "the schema must be of an object"],
  [
    "one that waits",
    z.object({
      a: z
        .string()
        .default("a")
        .refine(async () => true),
    }),
    "no async refinements",
  ],
  ["one that JSON cannot say", z.object({ at: z.date() }), "params must be JSON: Date cannot be represented"],
  [
    "one that writes no JSON Schema",
    { "~standard": { version: 1, vendor: "x", validate: () => ({ value: 1 }) } },
    "cannot write itself",
  ],
])("a schema of %s is refused", (_what, schema, message) => {
  expect(() => dag({ id: "d", schedule: "@daily", params: schema as never }, () => {})).toThrow(message);
});

test.each([{ user: "world" }, "user"])("values in the place of a schema are refused in words: %j", (params) => {
  expect(() => dag({ id: "d", params: params as never }, () => {})).toThrow(
    'DAG "d", params: they are told by a schema with defaults, not by values',
  );
});

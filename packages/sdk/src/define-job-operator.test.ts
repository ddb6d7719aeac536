import { expect, test } from "vitest";
import { z } from "zod";
import { collectParts } from "./bundle-parts.ts";
import { dag } from "./dag.ts";
import { defineJobOperator } from "./define-job-operator.ts";
import type { AnyJobOperator } from "./job-operator.ts";

const define = () =>
  defineJobOperator({
    name: "render",
    params: z.object({ scene: z.string(), frames: z.coerce.number().default(1) }),
    templateFields: ["scene"],
    launch: (_ctx, { scene, frames }) => Promise.resolve({ job: `${scene}-${frames}` }),
    follow: (_ctx, { handle }) =>
      Promise.resolve({ outcome: { kind: "success" } as const, value: { done: handle.job } }),
    cancel: () => Promise.resolve(),
  });

async function definedIn(make: () => unknown): Promise<AnyJobOperator> {
  const { parts } = await collectParts(async () => make());
  const found = parts.jobs.get("render");
  if (found === undefined) throw new Error("nothing was collected");
  return found;
}

test("a task of it is of lane job, names no package, and may be mapped", () => {
  const render = define();
  const made = dag({ id: "d" }, ({ task }) => {
    const one = render("one", { scene: "{{ ds }}", frames: 3, retries: 1 });
    render.map("each", { scene: ["a", "b"] });
    task("use", { one }, ({ one: value }) => value.done.length);
  });
  const [one, each] = made.toSpec({ file: "d.ts" }).tasks;
  expect(one).toMatchObject({ operator: "render", lane: "job", params: { scene: "{{ ds }}", frames: 3 } });
  expect(one).toMatchObject({ templateFields: ["scene"], retry: { retries: 1 } });
  expect(one).not.toHaveProperty("provider");
  expect(each).toMatchObject({ lane: "job", mapping: { into: "params" } });
});

test("its code is found by its name in the bundle, and reads the params by its schema each time", async () => {
  const operator = await definedIn(define);
  const ctx = {} as never;
  expect(await operator.launch(ctx, { scene: "s", frames: "2" })).toEqual({ job: "s-2" });
  expect(() => operator.launch(ctx, { scene: "s", frames: "many" })).toThrow("render, params: frames: ");
  const job = { params: { scene: "s" }, handle: { job: "s-1" } };
  expect(await operator.follow(ctx, job)).toEqual({ outcome: { kind: "success" }, value: { done: "s-1" } });
});

test("two of one name in a file are refused", async () => {
  const twice = collectParts(async () => [define(), define()]);
  await expect(twice).rejects.toThrow('defineJobOperator("render"): the file has two of this name; rename one');
});

/** What must not compile. `tsc -b` checks the expectations; the run only shows that the rest of each DAG builds. */
import { Temporal } from "@momiji/core";
import { expect, expectTypeOf, test } from "vitest";
import { z } from "zod";
import { dag } from "./dag.ts";
import { defer, defineResume, defineTrigger, timer } from "./deferral.ts";
import { defineOperator } from "./define-operator.ts";
import type { Output } from "./output.ts";
import { every } from "./schedule.ts";

interface Row {
  readonly id: number;
  readonly name: string;
}

const rows: readonly Row[] = [{ id: 1, name: "one" }];

test("inputs have the types that the tasks before them return", () => {
  dag({ id: "typed" }, ({ task }) => {
    const extract = task("extract", async () => rows);
    const count = task("count", { extract }, ({ extract }) => extract.length);
    const named = task("named", { inputs: { extract, count }, retries: 2 }, (inputs, ctx) => {
      expectTypeOf(inputs.extract).toEqualTypeOf<readonly Row[]>();
      expectTypeOf(inputs.count).toEqualTypeOf<number>();
      return `${ctx.runId}: ${inputs.count}`;
    });
    expectTypeOf(count).toEqualTypeOf<Output<number>>();
    expectTypeOf(named).toEqualTypeOf<Output<string>>();
    // @ts-expect-error a number is no text
    task("wrong_type", { count }, ({ count }) => count.toUpperCase());
    // @ts-expect-error the function wants other rows than there are
    task("wrong_parameter", { extract }, ({ extract }: { extract: string[] }) => extract);
    // @ts-expect-error there is no such input
    task("unknown_input", { extract }, ({ total }) => total);
    // @ts-expect-error an input is the output of a task, not a value
    expect(() => task("not_an_output", { count: 3 }, ({ count }) => count)).toThrow("there is no option");
  });
});

test("what travels as JSON has the type that arrives", () => {
  dag({ id: "sent" }, ({ task }) => {
    const made = task("made", () => ({
      at: new Date(0),
      nested: [{ when: Temporal.Instant.fromEpochMilliseconds(0) }],
    }));
    expectTypeOf(made).toEqualTypeOf<Output<{ at: string; nested: { when: string }[] }>>();
    const nothing = task("nothing", () => {});
    expectTypeOf(nothing).toEqualTypeOf<Output<void>>();
    const big = task("big", () => 1n);
    expectTypeOf(big).toEqualTypeOf<Output<never>>();
  });
});

test("edges join tasks and groups, and nothing else", () => {
  dag({ id: "edges" }, ({ task, group, chain }) => {
    const a = task("a", () => 1);
    const b = task("b", () => "two");
    const inner = group("inner", () => ({ c: task("c", () => true) }));
    a.before(b, inner);
    inner.outputs.c.after([a, b]);
    chain(
      a,
      [b, inner],
      task("d", () => null),
    );
    // @ts-expect-error an edge goes to a task, not to its id
    expect(() => a.before("b")).toThrow("an edge needs");
    // @ts-expect-error nor to a value
    expect(() => chain(a, 3)).toThrow("an edge needs");
    // @ts-expect-error a group returns what its function returned
    expect(inner.outputs.e).toBeUndefined();
  });
});

test("params have the types of their schema", () => {
  const params = z.object({
    user: z.string().default("world"),
    level: z
      .enum(["low", "high"])
      .default("low")
      .transform((level) => level.length),
  });
  dag({ id: "params", params }, ({ task, sensor }) => {
    task("read", ({ params }) => {
      expectTypeOf(params).toEqualTypeOf<{ user: string; level: number }>();
    });
    sensor("wait", { poke: ({ params }) => params.user === "me" });
    // @ts-expect-error there is no such param
    task("unknown", ({ params }) => params.users);
  });
});

test("options are those of Airflow, with their types", () => {
  dag({ id: "options", schedule: every({ months: 1 }) }, ({ task, sensor }) => {
    task(
      "good",
      { triggerRule: "one_failed", retryDelay: { minutes: 5 }, executionTimeout: Temporal.Duration.from("PT1H") },
      () => 1,
    );
    // @ts-expect-error an unknown rule
    expect(() => task("rule", { triggerRule: "one_faild" }, () => 1)).toThrow("one_faild");
    // @ts-expect-error an unknown option
    expect(() => task("option", { retrys: 1 }, () => 1)).toThrow("retrys");
    // @ts-expect-error a duration has a unit
    expect(() => task("duration", { retryDelay: 300 }, () => 1)).toThrow("{ minutes: 5 }");
    // @ts-expect-error months have no fixed length
    expect(() => task("months", { retryDelay: { months: 1 } }, () => 1)).toThrow("no fixed length");
    // @ts-expect-error only sensors are poked
    expect(() => task("poke", { pokeInterval: { seconds: 1 } }, () => 1)).toThrow("pokeInterval");
    const answer = sensor("answer", { poke: async () => ({ done: true, value: 3 }), pokeInterval: { seconds: 1 } });
    expectTypeOf(answer).toEqualTypeOf<Output<number>>();
    expectTypeOf(sensor("plain", { poke: () => true })).toEqualTypeOf<Output<undefined>>();
  });
  // @ts-expect-error the zone is a name
  expect(() => dag({ id: "zone", timezone: 9 }, () => {})).toThrow("no time zone");
});

test("operators of one's own have typed params and output", () => {
  const greet = defineOperator({
    name: "greet",
    params: z.object({ name: z.string(), times: z.coerce.number().default(1) }),
    templateFields: ["name"],
    run: (_ctx, { name, times }) => {
      expectTypeOf(times).toEqualTypeOf<number>();
      return `hello ${name}`.repeat(times);
    },
  });
  const plain = defineOperator({
    name: "plain",
    templateFields: ["url"],
    run: (_ctx, params: { url: string }) => params.url.length,
  });
  const none = defineOperator({ name: "none", run: (ctx) => ctx.runId });
  dag({ id: "operators" }, ({ task }) => {
    const greeting = greet("greeting", { name: "{{ ds }}", retries: 1 });
    expectTypeOf(greeting).toEqualTypeOf<Output<string>>();
    expectTypeOf(plain("plain", { url: "x" })).toEqualTypeOf<Output<number>>();
    none("none", {});
    task("use", { greeting }, ({ greeting }) => greeting.trim());
    // @ts-expect-error the param is missing
    plain("missing", {});
    // @ts-expect-error the param is a text
    plain("wrong", { url: 3 });
    // @ts-expect-error there is no such param
    plain("unknown", { url: "x", uri: "y" });
  });
  // @ts-expect-error only params can be templates
  defineOperator({ name: "fields", templateFields: ["uri"], run: (_ctx, params: { url: string }) => params.url });
  // @ts-expect-error `pool` is an option of every task
  defineOperator({ name: "clash", run: (_ctx, params: { pool: string }) => params.pool });
});

test("the runtime's own Temporal values are taken as dates and durations", () => {
  const native = globalThis.Temporal;
  dag(
    {
      id: "native",
      startDate: native.PlainDateTime.from("2026-01-01T00:00"),
      endDate: native.ZonedDateTime.from("2026-01-01T00:00+09:00[Asia/Tokyo]"),
      schedule: every(native.Duration.from({ minutes: 3 })),
    },
    () => {},
  );
});

test("a task that defers has the type of what it comes to in the end, and its parts must fit each other", () => {
  const jobDone = defineTrigger({ name: "jobDone", run: async (_ctx, { job }: { job: string }) => ({ job, rows: 3 }) });
  const collect = defineResume("collect", (_ctx, event: { job: string; rows: number }, state: { day: string }) => [
    { id: event.rows, name: state.day },
  ]);
  dag({ id: "deferring" }, ({ task }) => {
    const state = { day: "today" };
    const collected = task("collected", () => defer({ trigger: jobDone({ job: "1" }), resume: collect, state }));
    const event = task("event", async () => defer({ trigger: jobDone({ job: "1" }), timeout: { hours: 1 } }));
    const either = task("either", (ctx) =>
      ctx.tryNumber > 1 ? ctx.maxTries : defer({ trigger: timer({ for: { hours: 1 } }) }),
    );
    expectTypeOf(collected).toEqualTypeOf<Output<{ id: number; name: string }[]>>();
    expectTypeOf(event).toEqualTypeOf<Output<{ job: string; rows: number }>>();
    expectTypeOf(either).toEqualTypeOf<Output<string | number>>();
    // @ts-expect-error the trigger needs another param
    expect(jobDone({ jobb: "1" })).toMatchObject({ name: "jobDone" });
    // @ts-expect-error a timer's event is no job
    expect(defer({ trigger: timer({ for: { hours: 1 } }), resume: collect, state })).toBeDefined();
    // @ts-expect-error what is left is not what is gone on with
    expect(defer({ trigger: jobDone({ job: "1" }), resume: collect, state: { day: 1 } })).toBeDefined();
  });
});

/** What runs were given lately. */
import { expect, test } from "vitest";
import { fieldsOf } from "./params.ts";
import { inputWords, recentInputs } from "./recent.ts";

const run = (dag_run_id: string, conf: object | null, triggering_user_name: string | null = null) => ({
  dag_run_id,
  conf,
  run_after: "2026-03-10T12:00:00Z",
  triggering_user_name,
});

test("each input is offered once, by whom one asks, and none of runs that were given nothing", () => {
  const runs = [
    run("c", { n: 1 }, "rin"),
    run("b", {}),
    run("a", { n: 1 }, "sato"),
    run("z", { n: 2 }),
    run("y", null),
  ];
  expect(recentInputs(runs, null).map(({ runId }) => runId)).toEqual(["c", "z"]);
  expect(recentInputs(runs, "sato").map(({ runId }) => runId)).toEqual(["a"]);
  const many = Array.from({ length: 30 }, (_, n) => run(`${n}`, { n }));
  expect(recentInputs(many, null)).toHaveLength(10);
});

test("they are told in a line, without secrets", () => {
  const fields = fieldsOf({ key: { value: "", schema: { type: "string", format: "password" }, description: null } });
  const inside = fieldsOf({
    login: {
      value: null,
      schema: { type: "object", properties: { key: { type: "string", format: "password" } } },
      description: null,
    },
  });
  expect(inputWords({ login: { key: "open sesame" } }, inside)).toBe('login: {"key":"•••"}');
  expect(inputWords({ key: "open sesame", tags: ["a"], city: "Nara" }, fields)).toBe(
    'key: •••, tags: ["a"], city: Nara',
  );
});

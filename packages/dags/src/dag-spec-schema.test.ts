/** The check of `DagSpec` knows a part of JSON Schema; a whole validator must come to the same verdict. */
import { dagSpecSchema, type Json, validateDagSpec } from "@momiji/core";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, test } from "vitest";

const isValid = new Ajv2020({ strict: true, strictTypes: false }).compile(dagSpecSchema);

const text = fc.constantFrom("", "a", "team.b", "a b", "UTC", "2026-01-01T00:00:00Z");
const number = fc.constantFrom(-1, 0, 1, 2.5);
const scalar = fc.oneof(text, number, fc.boolean(), fc.constant(null));
const schedule = fc.oneof(
  fc.record({ kind: fc.constantFrom("none", "once", "weekly") }),
  fc.record(
    { kind: fc.constantFrom("cron-interval", "cron-trigger"), cron: text, crons: fc.array(text), timezone: text },
    { requiredKeys: ["kind"] },
  ),
  fc.record({
    kind: fc.constant("delta-interval"),
    delta: fc.oneof(fc.record({ seconds: number }), fc.record({ calendar: fc.record({ days: number }) }), scalar),
  }),
  scalar,
);
const task = fc.record(
  {
    taskId: text,
    operator: text,
    lane: fc.constantFrom("function", "process", "fast"),
    upstream: fc.array(text, { maxLength: 2 }),
    params: fc.oneof(fc.dictionary(text, fc.jsonValue()), scalar),
    retry: fc.oneof(fc.record({ retries: number, delaySeconds: number }), scalar),
    poolSlots: number,
    toString: scalar,
  },
  { requiredKeys: ["taskId", "operator", "lane", "upstream"] },
);
const spec = fc.record(
  {
    version: fc.constantFrom(1, 1, 1, 2),
    dagId: text,
    schedule,
    timezone: text,
    catchup: fc.oneof(fc.boolean(), scalar),
    templateStyle: fc.constantFrom("json", "python", "yaml"),
    tasks: fc.array(task, { maxLength: 2 }),
    source: fc.record({ file: text }),
    startDate: text,
    tags: fc.array(scalar, { maxLength: 2 }),
    extra: scalar,
  },
  { requiredKeys: ["version", "dagId", "schedule", "timezone", "catchup", "templateStyle", "tasks", "source"] },
);

test("our check and a whole validator agree on what a DagSpec is", () => {
  const verdicts = new Set<boolean>();
  fc.assert(
    fc.property(spec, (value) => {
      const ours = validateDagSpec(value as Json).length === 0;
      verdicts.add(ours);
      expect(ours).toBe(isValid(value));
    }),
    { numRuns: 5_000, seed: 20_260_914 },
  );
  expect(verdicts.size).toBe(2);
});

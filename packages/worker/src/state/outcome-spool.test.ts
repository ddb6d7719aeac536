import { appendFileSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DAY } from "@momiji/core";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { type FinishedEvent, OutcomeSpool } from "./outcome-spool.ts";

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "momiji-spool-"));
  folders.push(folder);
  return folder;
}

const warn = (message: string): void => expect.unreachable(message);
const event = (attemptId: string, at = 1): FinishedEvent => ({
  type: "finished",
  attemptId,
  at,
  outcome: { kind: "success" },
});

test("whatever is kept and forgotten, the next life finds what is kept", () => {
  const step = fc.record({ kind: fc.constantFrom("keep", "forget", "restart"), id: fc.integer({ min: 0, max: 9 }) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const folder = newFolder();
      let generation = 1;
      let spool = new OutcomeSpool({ folder, generation, now: 0, warn });
      const expected = new Set<string>();
      for (const { kind, id } of steps) {
        if (kind === "keep") spool.keep([event(String(id))]);
        if (kind === "forget") spool.forget([String(id)]);
        // Without a word of farewell, as after a kill.
        if (kind === "restart") spool = new OutcomeSpool({ folder, generation: ++generation, now: 0, warn });
        if (kind === "keep") expected.add(String(id));
        if (kind === "forget") expected.delete(String(id));
      }
      const last = new OutcomeSpool({ folder, generation: generation + 1, now: 0, warn });
      for (let id = 0; id < 10; id++) expect(last.get(String(id)) !== undefined).toBe(expected.has(String(id)));
      expect(readdirSync(folder)).toHaveLength(1);
    }),
    { numRuns: 30 },
  );
});

test("stays small however many outcomes pass through", () => {
  const folder = newFolder();
  const spool = new OutcomeSpool({ folder, generation: 1, now: 0, warn });
  spool.keep([event("stays")]);
  for (let index = 0; index < 5_000; index++) {
    spool.keep([event(`passes-${index}`)]);
    spool.forget([`passes-${index}`]);
  }
  expect(statSync(join(folder, "outcomes-1.ndjson")).size).toBeLessThan(600_000);
  expect(new OutcomeSpool({ folder, generation: 2, now: 0, warn }).get("stays")).toEqual(event("stays"));
});

test("a line that a kill cut short costs only itself", () => {
  const folder = newFolder();
  new OutcomeSpool({ folder, generation: 1, now: 0, warn }).keep([event("whole")]);
  appendFileSync(join(folder, "outcomes-1.ndjson"), '["kept",{"type":"fini');
  const next = new OutcomeSpool({ folder, generation: 2, now: 0, warn });
  expect(next.get("whole")).toEqual(event("whole"));
});

test("what nobody has asked for in a month is forgotten", () => {
  const folder = newFolder();
  new OutcomeSpool({ folder, generation: 1, now: 0, warn }).keep([event("old", 0), event("new", 5 * DAY)]);
  const next = new OutcomeSpool({ folder, generation: 2, now: 31 * DAY, warn });
  expect([next.get("old"), next.get("new")]).toEqual([undefined, event("new", 5 * DAY)]);
});

import { expect, test } from "vitest";
import { explanationText } from "./explanation.ts";

const pool = { code: "pool", text: 'no room in pool "small"', remedy: "make the pool larger" } as const;
const base = { what: "load of etl in r", notes: [], free: "nothing is in its way" };

test("reasons stand under each other, each with what would change it below it", () => {
  const reasons = [{ code: "dag_paused", text: "the DAG is paused", remedy: "switch it on" } as const, pool];
  expect(explanationText({ ...base, reasons })).toBe(`load of etl in r does not run now:
  1. the DAG is paused
     switch it on
  2. no room in pool "small"
     make the pool larger
`);
});

test("remedies line up under ten reasons too", () => {
  const lines = explanationText({ ...base, reasons: Array.from({ length: 10 }, () => pool) }).split("\n");
  expect(lines[1]).toBe('   1. no room in pool "small"');
  expect(lines[2]).toBe("      make the pool larger");
});

test("where nothing is in the way, and where it is not waiting, one sentence says so", () => {
  expect(explanationText({ ...base, reasons: [] })).toBe("load of etl in r: nothing is in its way\n");
  const held = { code: "held", text: "it is running on w", remedy: "none is needed" } as const;
  expect(explanationText({ ...base, reasons: [held] })).toBe(
    "load of etl in r: it is running on w\n  none is needed\n",
  );
});

test("notes follow", () => {
  const note = { code: "import_error", text: "etl.ts cannot be read now", remedy: "correct the file" } as const;
  expect(explanationText({ ...base, reasons: [], notes: [note] })).toMatch(
    /Note: etl\.ts cannot be read now\n {6}correct the file\n$/,
  );
});

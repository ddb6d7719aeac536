import { expect, test } from "vitest";
import { type ImportError, mended, messageOf, placeOf } from "./import-errors.ts";

function error(filename: string, more: Partial<ImportError> = {}): ImportError {
  return {
    import_error_id: 1,
    timestamp: "2026-03-10T12:00:00Z",
    filename,
    bundle_name: "dags-folder",
    stack_trace: "Cannot find module\nat etl.ts:1",
    line: 14,
    column: 2,
    ...more,
  };
}

test("an error is its first line, and its place a file with a line if one is known", () => {
  expect(messageOf(error("etl.ts"))).toBe("Cannot find module");
  expect([placeOf(error("etl.ts")), placeOf(error("etl.ts", { line: null }))]).toEqual(["etl.ts:14", "etl.ts"]);
});

test("a file is mended when none of its errors is left", () => {
  const before = [error("a.ts"), error("a.ts"), error("b.ts"), error("c.ts")];
  expect(mended(before, [error("b.ts"), error("d.ts")])).toEqual(["a.ts", "c.ts"]);
});

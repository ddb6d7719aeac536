import { expect, it } from "vitest";
import { addTotals, readTotals } from "./totals.ts";

it("reads what vitest reports", () => {
  const report = { numPassedTests: 7, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, testResults: [] };
  expect(readTotals(JSON.stringify(report))).toEqual({ passed: 7, failed: 1, skipped: 3 });
});

it("reads what our own commands report: a count of cases, or one result that holds or does not", () => {
  const results = [
    { metric: "passed", value: 8, target: 10, holds: false },
    { metric: "seconds", value: 1, target: { atMost: 2 }, holds: true },
    { metric: "lost", value: 1, target: 0, holds: false },
    { metric: "tasks", value: 500, target: null, holds: null },
  ];
  expect(readTotals(JSON.stringify({ results }))).toEqual({ passed: 10, failed: 3, skipped: 0 });
});

it("adds up", () => {
  const one = { passed: 1, failed: 2, skipped: 3 };
  expect(addTotals(one, one)).toEqual({ passed: 2, failed: 4, skipped: 6 });
});

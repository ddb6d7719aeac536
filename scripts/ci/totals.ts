/** How many tests, cases or rounds ended how. */
export interface Totals {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const nothing: Totals = { passed: 0, failed: 0, skipped: 0 };

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
}

interface OwnReport {
  readonly results: readonly OwnResult[];
}

/** `metric: "passed"` counts many: `value` of `target`. Any other result is one test. */
interface OwnResult {
  readonly metric: string;
  readonly value?: number;
  readonly target?: unknown;
  readonly holds: boolean | null;
}

/** Reads the JSON report of vitest or of one of our own commands. */
export function readTotals(text: string): Totals {
  const report = JSON.parse(text) as VitestReport | OwnReport;
  if ("results" in report) return report.results.map(totalsOfResult).reduce(addTotals, nothing);
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = report;
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
}

function totalsOfResult({ metric, value, target, holds }: OwnResult): Totals {
  const counts = metric === "passed" && value !== undefined && typeof target === "number";
  if (counts) return { passed: value, failed: target - value, skipped: 0 };
  return { passed: holds === false ? 0 : 1, failed: holds === false ? 1 : 0, skipped: 0 };
}

export function addTotals(a: Totals, b: Totals): Totals {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

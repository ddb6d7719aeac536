/** Checks of the states that the store ends with, and of the values that tasks have handed on. */
import type { CheckResult } from "./finding.ts";
import type { AttemptRow, StoreRows } from "./store-rows.ts";
import { instanceKey } from "./journal.ts";
import { expected } from "./workload/workload.ts";

type Acknowledged = readonly { readonly dagId: string; readonly runId: string }[];

export function checkRuns({ runs }: StoreRows, acknowledged: Acknowledged): CheckResult {
  const known = new Set(runs.map(({ dagId, runId }) => `${dagId} ${runId}`));
  return {
    name: "every run ended with success, no acknowledged trigger is lost",
    looked: runs.length,
    violations: [
      ...runs
        .filter(({ state }) => state !== "success")
        .map(({ dagId, runId, state }) => `${dagId} ${runId} is ${state}`),
      ...acknowledged
        .filter(({ dagId, runId }) => !known.has(`${dagId} ${runId}`))
        .map(({ dagId, runId }) => `${dagId} ${runId} was acknowledged and is not there`),
    ],
  };
}

/** Exactly one success over the current row and history; before it only lost attempts, and the failures asked for. */
export function checkInstances({ runs, attempts }: StoreRows): CheckResult {
  const byInstance = Map.groupBy(attempts, ({ instance }) => instance);
  const violations: string[] = [];
  let looked = 0;
  for (const { dagId, runId } of runs) {
    for (const [taskId, { fails }] of expected.get(dagId) ?? []) {
      looked++;
      const instance = instanceKey(dagId, runId, taskId);
      violations.push(...problemsOf(byInstance.get(instance) ?? [], fails).map((problem) => `${instance}: ${problem}`));
      byInstance.delete(instance);
    }
  }
  for (const instance of byInstance.keys()) violations.push(`${instance}: there is no such task`);
  return { name: "every task instance has exactly one success", looked, violations };
}

function problemsOf(attempts: readonly AttemptRow[], fails: boolean): string[] {
  const problems: string[] = [];
  const successes = attempts.filter(({ state, outcome }) => state === "success" && outcome === "success");
  if (successes.length !== 1 || !successes.every(({ isCurrent }) => isCurrent))
    problems.push(`${successes.length} successes among ${attempts.map(({ state }) => state).join(", ")}`);
  const others = attempts.filter(({ outcome }) => outcome !== "success" && outcome !== "lost");
  if (others.length > (fails ? 1 : 0))
    problems.push(`ended otherwise: ${others.map(({ outcome, message }) => `${outcome} (${message})`).join(", ")}`);
  const tries = attempts.map(({ tryNumber }) => tryNumber).sort((a, b) => a - b);
  if (tries.some((number, index) => number !== index + 1))
    problems.push(`numbers of its attempts: ${tries.join(", ")}`);
  return problems;
}

export function checkXComs({ runs, xcoms }: StoreRows): CheckResult {
  const violations: string[] = [];
  let looked = 0;
  for (const { dagId, runId } of runs) {
    for (const [taskId, { lane, value }] of expected.get(dagId) ?? []) {
      looked++;
      const instance = instanceKey(dagId, runId, taskId);
      const found = JSON.stringify(Object.fromEntries(xcoms.get(instance) ?? []));
      const wanted = JSON.stringify(value === null ? {} : { return_value: lane === "process" ? String(value) : value });
      if (found !== wanted) violations.push(`${instance}: ${found} instead of ${wanted}`);
    }
  }
  return { name: "every XCom is right", looked, violations };
}

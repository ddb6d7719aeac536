/** Task instances as texts, for tests that compare many at once. Not exported. */
import type { TaskInstance } from "./dag-run.ts";
import { instanceName } from "./run-view.ts";

export function names(instances: readonly TaskInstance[]): readonly string[] {
  return instances.map(instanceName).sort();
}

export function attemptName(attempt: TaskInstance): string {
  return `${instanceName(attempt)} ${attempt.tryNumber} ${attempt.state} ${attempt.attemptId} ${attempt.outcome?.kind}`;
}

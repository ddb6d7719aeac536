/** Which kinds of runs a DAG may have (`allowed_run_types` of Airflow). */
import type { DagSpec } from "./dag-spec.ts";
import type { RunType } from "./run-state.ts";

/** Why there may be no run of this type, in words; null: there may. */
export function whyRunTypeForbidden({ dagId, allowedRunTypes }: DagSpec, runType: RunType): string | null {
  if (allowedRunTypes === undefined || allowedRunTypes.includes(runType)) return null;
  return `DAG ${dagId} allows no ${runType} runs, only ${allowedRunTypes.join(", ")} (allowedRunTypes)`;
}

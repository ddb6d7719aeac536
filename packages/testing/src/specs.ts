/** DAG specs for tests, with nothing in them that a test does not name. */
import { DAG_SPEC_VERSION, type DagSpec, type TaskSpec } from "@momiji/core";

export type SpecOptions = Partial<Omit<DagSpec, "version" | "dagId" | "tasks">>;

/** `tasks`: what differs from a function without upstreams and retries. */
export function dagSpec(
  dagId: string,
  tasks: { readonly [taskId: string]: Partial<TaskSpec> },
  options: SpecOptions = {},
): DagSpec {
  return {
    version: DAG_SPEC_VERSION,
    dagId,
    schedule: { kind: "none" },
    timezone: "UTC",
    catchup: false,
    templateStyle: "json",
    source: { file: `${dagId}.ts` },
    ...options,
    tasks: Object.entries(tasks).map(([taskId, task]) => ({
      taskId,
      operator: "function",
      lane: "function",
      upstream: [],
      ...task,
    })),
  };
}

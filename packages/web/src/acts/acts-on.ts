/** What can be done to what is open: each opens its dialog. */
import type { ActRequest, ActTarget } from "./open-act.ts";

interface Open {
  readonly dagId: string | undefined;
  readonly runId?: string | undefined;
  readonly taskId?: string | undefined;
  readonly mapIndex?: string | number | undefined;
}

type ActWord =
  | "clearFailed"
  | "clear"
  | "markSuccess"
  | "markFailed"
  | "note"
  | "trigger"
  | "again"
  | "backfill"
  | "preflight"
  | "pause"
  | "unpause";

export interface OfferedAct {
  readonly word: ActWord;
  readonly request: ActRequest;
}

export function actsOn({ dagId, runId, taskId, mapIndex }: Open): readonly OfferedAct[] {
  if (dagId === undefined) return [];
  const ofDag: readonly OfferedAct[] = [
    { word: "trigger", request: { kind: "trigger", dagId } },
    { word: "backfill", request: { kind: "backfill", dagId } },
    { word: "preflight", request: { kind: "preflight", dagId, taskId } },
    { word: "pause", request: { kind: "switch", dagId, isOn: false } },
    { word: "unpause", request: { kind: "switch", dagId, isOn: true } },
  ];
  if (runId === undefined) return ofDag;
  const target: ActTarget =
    taskId === undefined
      ? { of: "runs", runs: [{ dagId, runId }] }
      : { of: "tasks", tasks: [{ dagId, runId, taskId, mapIndex: mapIndex === undefined ? -1 : Number(mapIndex) }] };
  return [
    ...(taskId === undefined
      ? ([{ word: "clearFailed", request: { kind: "clear", target, onlyFailed: true } }] as const)
      : []),
    { word: "clear", request: { kind: "clear", target, onlyFailed: false } },
    { word: "markSuccess", request: { kind: "mark", target, state: "success" } },
    { word: "markFailed", request: { kind: "mark", target, state: "failed" } },
    { word: "note", request: { kind: "note", target } },
    { word: "again", request: { kind: "trigger", dagId, from: runId } },
    ...ofDag,
  ];
}

interface TaskRow {
  readonly dag_id: string;
  readonly dag_run_id: string;
  readonly task_id: string;
  readonly map_index: number;
}

/** As the API tells of a task instance. */
export function actsOnTask(row: TaskRow): readonly OfferedAct[] {
  return actsOn({ dagId: row.dag_id, runId: row.dag_run_id, taskId: row.task_id, mapIndex: row.map_index });
}

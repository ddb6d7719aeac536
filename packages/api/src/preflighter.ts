/** Who asks operators what their jobs lack: not this server, whose process runs no code of authors. */
import type { DagRecord } from "@momiji/store";

export interface PreflightedTask {
  readonly taskId: string;
  readonly operator: string;
  readonly checks: readonly {
    readonly code: string;
    readonly title: string;
    readonly verdict: "ok" | "failed" | "warning" | "unknown";
    readonly detail?: string;
    readonly remedy?: string;
  }[];
}

/** Of the tasks whose jobs are outside; `taskIds` absent: all of them. Changes nothing outside. */
export type Preflighter = (
  dag: DagRecord,
  taskIds: readonly string[] | undefined,
) => Promise<readonly PreflightedTask[]>;

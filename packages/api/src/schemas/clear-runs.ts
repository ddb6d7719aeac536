/** Bodies about clearing several runs at once, and about partitions. */
import { z } from "zod";
import { readRunClear, type RunClearBody } from "../act-bodies.ts";
import { Instant, Note, parse } from "../bodies.ts";
import { ApiError } from "../errors.ts";

const partition = {
  partition_key: z.string().nullish(),
  partition_date_start: Instant.nullish(),
  partition_date_end: Instant.nullish(),
};

const Run = z.strictObject({
  dag_run_id: z.string(),
  dag_id: z.string().nullish().describe("Absent: the DAG of the path"),
  state: z.enum(["queued", "success", "failed"]).nullish(),
  note: Note.nullish(),
});

export const RunsClear = z
  .strictObject({
    ...partition,
    dag_runs: z.array(Run).default([]),
    dry_run: z.boolean().optional().describe("True, the default: only say what would be cleared"),
    only_failed: z.boolean().optional().describe("Only task instances that have failed"),
    only_new: z.boolean().optional().describe("Only add the tasks that the newest version has and the run lacks"),
    run_on_latest_version: z.boolean().nullish().describe("Run the newest version of the DAG, not that of the run"),
    note: Note.nullish().describe("A note for the runs"),
  })
  .meta({ id: "ClearDagRunsBody" });

export interface ClearedRunNames {
  /** None if they are to be found by a partition. `dagId` null: that of the path. */
  readonly runs: readonly { readonly dagId: string | null; readonly runId: string }[];
  readonly body: RunClearBody;
}

/** @throws ApiError `invalid` */
export function readRunsClear(body: unknown): ClearedRunNames {
  const {
    dag_runs: runs,
    partition_key: key,
    partition_date_start: start,
    partition_date_end: end,
    ...rest
  } = parse(RunsClear, body);
  requireOne(runs.length > 0, { key, start, end }, "dag_runs (non-empty)");
  return {
    runs: runs.map(({ dag_id: dagId, dag_run_id: runId }) => ({ dagId: dagId ?? null, runId })),
    body: readRunClear(rest),
  };
}

export const PartitionClear = z
  .strictObject({
    ...partition,
    run_id: z.string().nullish(),
    clear_task_instances: z.boolean().default(false),
    dry_run: z.boolean().default(true),
  })
  .meta({ id: "ClearPartitionsBody" });

/** @throws ApiError `invalid` */
export function readPartitionClear(body: unknown): { runId: string | null; withInstances: boolean; dryRun: boolean } {
  const given = parse(PartitionClear, body);
  const { partition_key: key, partition_date_start: start, partition_date_end: end, run_id: runId } = given;
  requireOne(runId != null, { key, start, end }, "run_id");
  return { runId: runId ?? null, withInstances: given.clear_task_instances, dryRun: given.dry_run };
}

interface Selected {
  readonly key: string | null | undefined;
  readonly start: number | null | undefined;
  readonly end: number | null | undefined;
}

/** As in Airflow exactly one way to say which runs are meant. */
function requireOne(isNamed: boolean, { key, start, end }: Selected, name: string): void {
  const ways = [isNamed, key != null, start != null || end != null].filter(Boolean);
  if (ways.length !== 1) {
    const words = `Exactly one of ${name}, partition_key, or a partition date window (partition_date_start / partition_date_end) must be provided.`;
    throw new ApiError("invalid", [words], ["body"]);
  }
  if (start != null && end != null && start > end)
    throw new ApiError("invalid", ["partition_date_start must be on or before partition_date_end."], ["body"]);
}

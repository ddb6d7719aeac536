/** `momiji tasks states-for-dag-run DAG RUN`: every task instance of a run. */
import { presentInstant } from "@momiji/api";
import { messageOfState, type RetryDecision, type TaskInstance } from "@momiji/core";
import type { Register } from "../../context.ts";
import { CliError } from "../../errors.ts";
import { formatRows, readFormat } from "../../output.ts";

const COLUMNS = [
  "task_id",
  "map_index",
  "rendered_map_index",
  "state",
  "try_number",
  "start_date",
  "end_date",
  "message",
];

export const registerStates: Register = (parent, context) => {
  parent
    .command("states-for-dag-run")
    .description("show the state of every task instance of a run")
    .argument("<dag_id>", "id of the DAG")
    .argument("<run_id>", "id of the run")
    .option("--home <dir>", "home folder")
    .option("-o, --output <format>", "table, json, yaml or plain", "table")
    .action(async (dagId: string, runId: string, options: { home?: string; output: string }) => {
      const format = readFormat(options.output);
      const found = await context.readStore(context.home(options), (store) => store.findRun(dagId, runId));
      if (found === null)
        throw new CliError(
          "not_found",
          `there is no run ${runId} of ${dagId}`,
          `\`momiji dags list-runs ${dagId}\` shows its runs`,
        );
      const rows = found.instances.map((instance) => ({
        dag_id: dagId,
        run_id: runId,
        task_id: instance.taskId,
        map_index: instance.mapIndex,
        rendered_map_index: instance.renderedMapIndex,
        state: instance.state,
        try_number: instance.tryNumber,
        max_tries: instance.maxTries,
        attempt_id: instance.attemptId,
        lost_attempts: instance.lostAttempts,
        queued_at: presentInstant(instance.queuedAt),
        start_date: presentInstant(instance.startDate),
        end_date: presentInstant(instance.endDate),
        resume_at: presentInstant(instance.resumeAt),
        worker: instance.worker,
        message: messageOfState(instance),
        retry_reason: retryOf(instance)?.reason ?? null,
      }));
      context.print(await formatRows(rows, COLUMNS, format));
    });
};

function retryOf({ outcome }: TaskInstance): RetryDecision | undefined {
  return outcome?.kind === "failed" ? outcome.retry : undefined;
}

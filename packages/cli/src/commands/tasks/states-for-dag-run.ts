/** `momiji tasks states-for-dag-run DAG RUN`: every task instance of a run. */
import { presentInstant } from "@momiji/api";
import { messageOfState, type RetryDecision, type TaskInstance } from "@momiji/core";
import type { components, MomijiClient } from "@momiji/client";
import type { CommandContext, Register } from "../../context.ts";
import { CliError } from "../../errors.ts";
import { formatRows, readFormat, type Row } from "../../output.ts";
import { connectElsewhere } from "../../server/connect.ts";
import { acting, type PlaceOptions } from "../../server/place.ts";
import { readList } from "../../server/read-list.ts";

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

const INSTANCES = "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances";

export const registerStates: Register = (parent, context) => {
  acting(parent.command("states-for-dag-run"))
    .description("show the state of every task instance of a run")
    .argument("<dag_id>", "id of the DAG")
    .argument("<run_id>", "id of the run")
    .option("-o, --output <format>", "table, json, yaml or plain", "table")
    .action(async (dagId: string, runId: string, options: PlaceOptions & { output: string }) => {
      const format = readFormat(options.output);
      const client = await connectElsewhere(context, options);
      const run = { dagId, runId };
      const rows = client === null ? await statesHere(context, options, run) : await statesThere(client, run);
      context.print(await formatRows(rows, COLUMNS, format));
    });
};

interface Run {
  readonly dagId: string;
  readonly runId: string;
}

async function statesHere(context: CommandContext, options: PlaceOptions, { dagId, runId }: Run): Promise<Row[]> {
  const found = await context.readStore(context.home(options), (store) => store.findRun(dagId, runId));
  if (found === null)
    throw new CliError(
      "not_found",
      `there is no run ${runId} of ${dagId}`,
      `\`momiji dags list-runs ${dagId}\` shows its runs`,
    );
  return found.instances.map((instance) => ({
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
}

type Listed = components["schemas"]["TaskInstanceResponse"];

function byName(a: Listed, b: Listed): number {
  if (a.task_id === b.task_id) return a.map_index - b.map_index;
  return a.task_id < b.task_id ? -1 : 1;
}

/** In the same words, as far as a server tells them. */
async function statesThere(client: MomijiClient, { dagId, runId }: Run): Promise<Row[]> {
  const path = { dag_id: dagId, dag_run_id: runId };
  const instances = await readList(client, INSTANCES, { params: { path } });
  return instances.toSorted(byName).map((instance) => {
    const { outcome, state, try_number: tryNumber, max_tries: maxTries } = instance;
    const known = { outcome, state, tryNumber, maxTries } as unknown as TaskInstance;
    return {
      dag_id: dagId,
      run_id: runId,
      task_id: instance.task_id,
      map_index: instance.map_index,
      rendered_map_index: instance.rendered_map_index,
      state,
      try_number: tryNumber,
      max_tries: maxTries,
      attempt_id: tryNumber === 0 ? null : instance.id,
      queued_at: instance.queued_when,
      start_date: instance.start_date,
      end_date: instance.end_date,
      worker: instance.hostname,
      message: messageOfState(known),
      retry_reason: retryOf(known)?.reason ?? null,
    };
  });
}

function retryOf({ outcome }: TaskInstance): RetryDecision | undefined {
  return outcome?.kind === "failed" ? outcome.retry : undefined;
}

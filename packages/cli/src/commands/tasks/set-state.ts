/** `momiji tasks set-state DAG RUN TASK STATE`: says how a task ended, without running it. */
import type { MomijiClient } from "@momiji/client";
import type { Command } from "commander";
import { connect } from "../../server/connect.ts";
import type { CommandContext } from "../../context.ts";
import { type ActOptions, isMeant, printActs } from "../would-change.ts";
import { acting, type PlaceOptions } from "../../server/place.ts";

const RUN = "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}";
const GROUP = `${RUN}/taskGroupInstances/{group_id}` as const;
const TASK = `${RUN}/taskInstances/{task_id}` as const;
const INSTANCE = `${TASK}/{map_index}` as const;

interface Options extends ActOptions, PlaceOptions {
  readonly mapIndex?: string;
  readonly upstream?: boolean;
  readonly downstream?: boolean;
  readonly past?: boolean;
  readonly future?: boolean;
  readonly note?: string;
  readonly group?: boolean;
}

export function registerTaskSetState(parent: Command, context: CommandContext): void {
  acting(parent.command("set-state"))
    .description("mark a task or a group as success, failed or skipped; without --yes only list what would change")
    .argument("<dag_id>", "id of the DAG")
    .argument("<run_id>", "id of the run")
    .argument("<task_id>", "id of the task, or with --group of the group")
    .argument("<state>", "success, failed or skipped")
    .option("--group", "the id is a group's: all tasks in it")
    .option("--map-index <n>", "which instance of a mapped task; else all")
    .option("-u, --upstream", "also the tasks before it")
    .option("-d, --downstream", "also the tasks after it")
    .option("--past", "also in the runs before")
    .option("--future", "also in the runs after")
    .option("--note <text>", "a note on what is marked")
    .option("--dry-run", "only list what would change")
    .option("-y, --yes", "do it")
    .option("-o, --output <format>", "table, json, yaml or plain", "table")
    .action(async (...given: [dagId: string, runId: string, taskId: string, state: string, options: Options]) => {
      const [dagId, runId, taskId, state, options] = given;
      const body = {
        new_state: state,
        include_upstream: options.upstream === true,
        include_downstream: options.downstream === true,
        include_past: options.past === true,
        include_future: options.future === true,
        ...(options.note === undefined ? {} : { note: options.note }),
      };
      const client = await connect(context, options);
      await printActs(context, await mark(client, { dagId, runId, taskId, body }, options), options);
    });
}

interface Marked {
  readonly dagId: string;
  readonly runId: string;
  readonly taskId: string;
  readonly body: { readonly [field: string]: unknown };
}

/** A task, one instance of a mapped one, or a group: for each a path, and another to ask only. */
function mark(client: MomijiClient, { dagId, runId, taskId, body }: Marked, options: Options): Promise<unknown> {
  const run = { dag_id: dagId, dag_run_id: runId };
  const isDone = isMeant(options);
  if (options.group === true) {
    const init = { params: { path: { ...run, group_id: taskId } }, body };
    return isDone ? client.patch(GROUP, init) : client.patch(`${GROUP}/dry_run`, init);
  }
  if (options.mapIndex === undefined) {
    const init = { params: { path: { ...run, task_id: taskId } }, body };
    return isDone ? client.patch(TASK, init) : client.patch(`${TASK}/dry_run`, init);
  }
  const init = { params: { path: { ...run, task_id: taskId, map_index: Number(options.mapIndex) } }, body };
  return isDone ? client.patch(INSTANCE, init) : client.patch(`${INSTANCE}/dry_run`, init);
}

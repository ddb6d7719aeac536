/** `momiji tasks set-state DAG RUN TASK STATE`: says how a task ended, without running it. */
import type { Command } from "commander";
import { connect } from "../../client.ts";
import type { CommandContext } from "../../context.ts";
import { type ActOptions, isMeant, printActs } from "../would-change.ts";

interface Options extends ActOptions {
  readonly mapIndex?: string;
  readonly upstream?: boolean;
  readonly downstream?: boolean;
  readonly past?: boolean;
  readonly future?: boolean;
  readonly note?: string;
  readonly group?: boolean;
  readonly home?: string;
}

export function registerTaskSetState(parent: Command, context: CommandContext): void {
  parent
    .command("set-state")
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
    .option("--home <dir>", "home folder")
    .option("-o, --output <format>", "table, json, yaml or plain", "table")
    .action(async (...given: [dagId: string, runId: string, taskId: string, state: string, options: Options]) => {
      const [dagId, runId, taskId, state, options] = given;
      const [dag, run, task] = [dagId, runId, taskId].map(encodeURIComponent);
      const kind = options.group === true ? "taskGroupInstances" : "taskInstances";
      const index = options.mapIndex === undefined ? "" : `/${Number(options.mapIndex)}`;
      const path = `/api/v2/dags/${dag}/dagRuns/${run}/${kind}/${task}${index}${isMeant(options) ? "" : "/dry_run"}`;
      const body = {
        new_state: state,
        include_upstream: options.upstream === true,
        include_downstream: options.downstream === true,
        include_past: options.past === true,
        include_future: options.future === true,
        ...(options.note === undefined ? {} : { note: options.note }),
      };
      await printActs(context, await connect(context.home(options)).send("PATCH", path, body), options);
    });
}

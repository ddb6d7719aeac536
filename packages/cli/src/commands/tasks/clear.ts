/** `momiji tasks clear DAG`: lets task instances run again. Airflow's options, and a single run. */
import { formatInstant } from "@momiji/core";
import type { Command } from "commander";
import { connect } from "../../server/connect.ts";
import type { CommandContext } from "../../context.ts";
import { CliError } from "../../errors.ts";
import { readInstant } from "../../instant-option.ts";
import { type ActOptions, isMeant, printActs } from "../would-change.ts";
import { acting, type PlaceOptions } from "../../server/place.ts";

interface Options extends ActOptions, PlaceOptions {
  readonly taskRegex?: string;
  readonly runId?: string;
  readonly startDate?: string;
  readonly endDate?: string;
  readonly upstream?: boolean;
  readonly downstream?: boolean;
  readonly past?: boolean;
  readonly future?: boolean;
  readonly onlyFailed?: boolean;
  readonly onlyRunning?: boolean;
  readonly latestVersion?: boolean;
  readonly preventRunningTask?: boolean;
  readonly note?: string;
}

export function registerTaskClear(parent: Command, context: CommandContext): void {
  acting(parent.command("clear"))
    .description("clear task instances, so that they run again; without --yes only list them")
    .argument("<dag_id>", "id of the DAG")
    .option("-t, --task-regex <regex>", "only tasks whose ids contain this regular expression")
    .option("--run-id <id>", "only in this run; else in all runs, or those of the dates")
    .option("-s, --start-date <instant>", "only runs from this logical date on")
    .option("-e, --end-date <instant>", "only runs up to this logical date")
    .option("-u, --upstream", "also the tasks before them")
    .option("-d, --downstream", "also the tasks after them")
    .option("--past", "also in the runs before the run of --run-id")
    .option("--future", "also in the runs after the run of --run-id")
    .option("-f, --only-failed", "only those that failed")
    .option("-r, --only-running", "only those that run")
    .option("--latest-version", "the runs go on with the newest version of the DAG")
    .option("--prevent-running-task", "refuse if one of them runs")
    .option("--note <text>", "a note on what is cleared")
    .option("--dry-run", "only list what would be cleared")
    .option("-y, --yes", "do it")
    .option("-o, --output <format>", "table, json, yaml or plain", "table")
    .action(async (dagId: string, options: Options) => {
      const tasks = await idsThatFit(context, dagId, options);
      const body = {
        dry_run: !isMeant(options),
        only_failed: options.onlyFailed === true,
        only_running: options.onlyRunning === true,
        include_upstream: options.upstream === true,
        include_downstream: options.downstream === true,
        include_past: options.past === true,
        include_future: options.future === true,
        run_on_latest_version: options.latestVersion === true,
        prevent_running_task: options.preventRunningTask === true,
        ...(tasks === null ? {} : { task_ids: tasks }),
        ...(options.runId === undefined ? {} : { dag_run_id: options.runId }),
        ...datesOf(options),
        ...(options.note === undefined ? {} : { note: options.note }),
      };
      const params = { path: { dag_id: dagId } };
      const client = await connect(context, options);
      await printActs(
        context,
        await client.post("/api/v2/dags/{dag_id}/clearTaskInstances", { params, body }),
        options,
      );
    });
}

/** @throws CliError `usage` */
function datesOf({ startDate, endDate }: Options) {
  const read = (option: string, text: string): string => formatInstant(readInstant(option, text));
  return {
    ...(startDate === undefined ? {} : { start_date: read("--start-date", startDate) }),
    ...(endDate === undefined ? {} : { end_date: read("--end-date", endDate) }),
  };
}

/** Null: all tasks. */
async function idsThatFit(context: CommandContext, dagId: string, options: Options): Promise<string[] | null> {
  if (options.taskRegex === undefined) return null;
  const regex = readRegex(options.taskRegex);
  const client = await connect(context, options);
  const { tasks } = (await client.get("/api/v2/dags/{dag_id}/tasks", { params: { path: { dag_id: dagId } } })) as {
    readonly tasks: readonly { readonly task_id: string }[];
  };
  const ids = tasks.map(({ task_id: id }) => id);
  const fitting = ids.filter((id) => regex.test(id));
  if (fitting.length === 0)
    throw new CliError("usage", `--task-regex ${options.taskRegex} fits no task of ${dagId}: ${ids.join(", ")}`);
  return fitting;
}

function readRegex(text: string): RegExp {
  try {
    return new RegExp(text);
  } catch (error) {
    throw new CliError("usage", `--task-regex: ${(error as Error).message}`);
  }
}

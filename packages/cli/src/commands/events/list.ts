/** `momiji events list`: who did what, when, and to which DAG, run and task (Airflow's audit log). */
import { isoZ } from "@momiji/core";
import type { Register } from "../../context.ts";
import { readInstant } from "../../instant-option.ts";
import { formatRows, readFormat } from "../../output.ts";
import { withReads } from "../../presets/api-in-process.ts";
import { acting, type PlaceOptions } from "../../server/place.ts";
import { readLimit } from "../../server/read-limit.ts";
import { readList } from "../../server/read-list.ts";

const COLUMNS = ["when", "event", "owner", "dag_id", "run_id", "task_id", "map_index", "extra"];

interface Options extends PlaceOptions {
  readonly dagId?: string;
  readonly runId?: string;
  readonly taskId?: string;
  readonly event?: readonly string[];
  readonly user?: string;
  readonly since?: string;
  readonly until?: string;
  readonly limit: string;
  readonly output: string;
}

export const registerEventList: Register = (parent, context) => {
  acting(parent.command("list"))
    .description("list what people and clients did, the newest first")
    .option("--dag-id <id>", "only what was done to this DAG")
    .option("--run-id <id>", "only to this run")
    .option("--task-id <id>", "only to this task")
    .option("--event <name...>", "only these events, such as trigger_dag_run")
    .option("--user <name>", "only what this user did")
    .option("--since <instant>", "only from then on, ISO 8601 with an offset")
    .option("--until <instant>", "only before then")
    .option("--limit <n>", "at most so many", "100")
    .option("-o, --output <format>", "table, json, yaml or plain", "table")
    .action(async (options: Options) => {
      const format = readFormat(options.output);
      const asked = { params: { query: queryOf(options) }, most: readLimit(options.limit) };
      const entries = await withReads(context, options, (client) => readList(client, "/api/v2/eventLogs", asked));
      context.print(await formatRows(entries, COLUMNS, format));
    });
};

/** @throws CliError `usage` */
function queryOf({ dagId, runId, taskId, event, user, since, until }: Options) {
  return {
    order_by: ["-event_log_id"],
    ...(dagId === undefined ? {} : { dag_id: dagId }),
    ...(runId === undefined ? {} : { run_id: runId }),
    ...(taskId === undefined ? {} : { task_id: taskId }),
    ...(event === undefined ? {} : { included_events: [...event] }),
    ...(user === undefined ? {} : { owner: user }),
    // The bounds of the API are both excluded.
    ...(since === undefined ? {} : { after: isoZ(readInstant("--since", since) - 1) }),
    ...(until === undefined ? {} : { before: isoZ(readInstant("--until", until)) }),
  };
}

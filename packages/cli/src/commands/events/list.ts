/** `momiji events list`: who did what, when, and to which DAG, run and task (Airflow's audit log). */
import { presentEventLog } from "@momiji/api";
import { parseInstant } from "@momiji/core";
import type { EventLogFilter } from "@momiji/store";
import type { Register } from "../../context.ts";
import { CliError } from "../../errors.ts";
import { formatRows, readFormat } from "../../output.ts";

const COLUMNS = ["when", "event", "owner", "dag_id", "run_id", "task_id", "map_index", "extra"];

interface Options {
  readonly dagId?: string;
  readonly runId?: string;
  readonly taskId?: string;
  readonly event?: readonly string[];
  readonly user?: string;
  readonly since?: string;
  readonly until?: string;
  readonly limit: string;
  readonly home?: string;
  readonly output: string;
}

export const registerEventList: Register = (parent, context) => {
  parent
    .command("list")
    .description("list what people and clients did, the newest first")
    .option("--dag-id <id>", "only what was done to this DAG")
    .option("--run-id <id>", "only to this run")
    .option("--task-id <id>", "only to this task")
    .option("--event <name...>", "only these events, such as trigger_dag_run")
    .option("--user <name>", "only what this user did")
    .option("--since <instant>", "only from then on, ISO 8601 with an offset")
    .option("--until <instant>", "only before then")
    .option("--limit <n>", "at most so many", "100")
    .option("--home <dir>", "home folder")
    .option("-o, --output <format>", "table, json, yaml or plain", "table")
    .action(async (options: Options) => {
      const format = readFormat(options.output);
      const filter = filterOf(options);
      const { entries } = await context.readStore(context.home(options), (store) => store.listEventLogs(filter));
      context.print(await formatRows(entries.map(presentEventLog), COLUMNS, format));
    });
};

/** @throws CliError `usage` */
function filterOf({ dagId, runId, taskId, event, user, since, until, limit }: Options): EventLogFilter {
  if (!/^\d+$/.test(limit)) throw new CliError("usage", `--limit must be a whole number, not ${JSON.stringify(limit)}`);
  return {
    ...(dagId === undefined ? {} : { dagId }),
    ...(runId === undefined ? {} : { runId }),
    ...(taskId === undefined ? {} : { taskId }),
    ...(event === undefined ? {} : { includedEvents: event }),
    ...(user === undefined ? {} : { owner: user }),
    // The bounds of the store are both excluded.
    ...(since === undefined ? {} : { after: readInstant("--since", since) - 1 }),
    ...(until === undefined ? {} : { before: readInstant("--until", until) }),
    limit: Number(limit),
    descending: true,
  };
}

function readInstant(option: string, text: string): number {
  try {
    return parseInstant(text);
  } catch {
    throw new CliError(
      "usage",
      `${option}: ${JSON.stringify(text)} is no date-time with an offset`,
      "write it like 2026-01-31T03:00:00+09:00 or 2026-01-31T03:00:00Z",
    );
  }
}

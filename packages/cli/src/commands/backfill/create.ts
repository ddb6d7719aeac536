/** `momiji backfill create`: runs for past dates. Airflow's options. */
import { formatInstant } from "@momiji/core";
import type { Command } from "commander";
import { connect } from "../../server/connect.ts";
import type { CommandContext } from "../../context.ts";
import { readInstant } from "../../instant-option.ts";
import { readJsonObject } from "../../json-option.ts";
import { formatRows, readFormat, type Row } from "../../output.ts";
import { BACKFILL_COLUMNS } from "./columns.ts";
import { acting, type PlaceOptions } from "../../server/place.ts";

const DATE_COLUMNS = ["logical_date", "action", "dag_run_id", "exception_reason"];

interface Options extends PlaceOptions {
  readonly dagId: string;
  readonly fromDate: string;
  readonly toDate: string;
  readonly dagRunConf?: string;
  readonly maxActiveRuns: string;
  readonly reprocessBehavior: string;
  readonly runBackwards?: boolean;
  readonly runOnLatestVersion: boolean;
  readonly dryRun?: boolean;
  readonly output: string;
}

export function registerBackfillCreate(parent: Command, context: CommandContext): void {
  acting(parent.command("create"))
    .description("create runs for the dates of a range")
    .requiredOption("--dag-id <id>", "id of the DAG")
    .requiredOption("--from-date <instant>", "first logical date, ISO 8601 with an offset, or a day")
    .requiredOption("--to-date <instant>", "last logical date")
    .option("--dag-run-conf <json>", "conf of the runs, a JSON object")
    .option("--max-active-runs <n>", "runs of this backfill at once", "10")
    .option("--reprocess-behavior <which>", "dates that have a run: none, failed or completed ones run again", "none")
    .option("--run-backwards", "the latest date first")
    .option("--no-run-on-latest-version", "runs that are there already keep the version they began with")
    .option("--dry-run", "only list the dates and what would become of each")
    .option("-o, --output <format>", "table, json, yaml or plain", "table")
    .action(async (options: Options) => {
      const format = readFormat(options.output);
      const body = bodyOf(options);
      const client = await connect(context, options);
      if (options.dryRun !== true) {
        const backfill = await client.post("/api/v2/backfills", { body });
        context.print(await formatRows([backfill], BACKFILL_COLUMNS, format));
        return;
      }
      const plan = (await client.post("/api/v2/backfills/dry_run", { body })) as {
        readonly backfills: readonly Row[];
        readonly skipped: readonly Row[];
      };
      const dates = [...plan.backfills, ...plan.skipped].sort((a, b) =>
        String(a["logical_date"]) < String(b["logical_date"]) ? -1 : 1,
      );
      context.print(await formatRows(dates, DATE_COLUMNS, format));
    });
}

function bodyOf(options: Options) {
  return {
    dag_id: options.dagId,
    from_date: formatInstant(readInstant("--from-date", options.fromDate)),
    to_date: formatInstant(readInstant("--to-date", options.toDate)),
    run_backwards: options.runBackwards === true,
    // The server says which there are.
    reprocess_behavior: options.reprocessBehavior as "none" | "failed" | "completed",
    max_active_runs: Number(options.maxActiveRuns),
    run_on_latest_version: options.runOnLatestVersion,
    ...(options.dagRunConf === undefined ? {} : { dag_run_conf: readJsonObject("--dag-run-conf", options.dagRunConf) }),
  };
}

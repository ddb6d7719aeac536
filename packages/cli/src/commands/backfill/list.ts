/** `momiji backfill list` and `show`. */
import type { Command } from "commander";
import { connect } from "../../client.ts";
import type { CommandContext } from "../../context.ts";
import { formatRows, readFormat, type Row } from "../../output.ts";
import { BACKFILL_COLUMNS } from "./columns.ts";

const DATE_COLUMNS = ["ordinal", "logical_date", "dag_run_id", "state", "exception_reason"];

interface Options {
  readonly dagId?: string;
  readonly active?: boolean;
  readonly home?: string;
  readonly output: string;
}

export function registerBackfillList(parent: Command, context: CommandContext): void {
  parent
    .command("list")
    .description("list the backfills, the newest first")
    .option("--dag-id <id>", "only of this DAG")
    .option("--active", "only those that are not complete")
    .option("--home <dir>", "home folder")
    .option("-o, --output <format>", "table, json, yaml or plain", "table")
    .action(async (options: Options) => {
      const query = new URLSearchParams({
        ...(options.dagId === undefined ? {} : { dag_id: options.dagId }),
        ...(options.active === true ? { active: "true" } : {}),
      });
      const answer = await connect(context.home(options)).get(`/api/v2/backfills?${query.toString()}`);
      const { backfills } = answer as { readonly backfills: readonly Row[] };
      context.print(await formatRows(backfills, BACKFILL_COLUMNS, readFormat(options.output)));
    });
  parent
    .command("show")
    .description("show what has become of each date of a backfill")
    .argument("<id>", "number of the backfill")
    .option("--home <dir>", "home folder")
    .option("-o, --output <format>", "table, json, yaml or plain", "table")
    .action(async (id: string, options: Options) => {
      const answer = await connect(context.home(options)).get(`/api/v2/backfills/${Number(id)}`);
      const { dates } = answer as { readonly dates: readonly Row[] };
      context.print(await formatRows(dates, DATE_COLUMNS, readFormat(options.output)));
    });
}

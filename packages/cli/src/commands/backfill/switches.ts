/** `momiji backfill pause|unpause|cancel ID`. */
import type { Command } from "commander";
import { connect } from "../../client.ts";
import type { CommandContext } from "../../context.ts";
import { formatRows, readFormat, type Row } from "../../output.ts";
import { BACKFILL_COLUMNS } from "./columns.ts";

const SWITCHES = {
  pause: "start no more runs of a backfill",
  unpause: "go on with a backfill",
  cancel: "end a backfill: runs that wait are failed, those that run go on",
} as const;

export function registerBackfillSwitches(parent: Command, context: CommandContext): void {
  for (const [name, description] of Object.entries(SWITCHES)) {
    parent
      .command(name)
      .description(description)
      .argument("<id>", "number of the backfill")
      .option("--home <dir>", "home folder")
      .option("-o, --output <format>", "table, json, yaml or plain", "table")
      .action(async (id: string, options: { readonly home?: string; readonly output: string }) => {
        const client = connect(context.home(options));
        const backfill = (await client.send("PUT", `/api/v2/backfills/${Number(id)}/${name}`)) as Row;
        context.print(await formatRows([backfill], BACKFILL_COLUMNS, readFormat(options.output)));
      });
  }
}

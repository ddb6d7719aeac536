/** `momiji backfill pause|unpause|cancel ID`. */
import type { Command } from "commander";
import { connect } from "../../server/connect.ts";
import type { CommandContext } from "../../context.ts";
import { formatRows, readFormat } from "../../output.ts";
import { BACKFILL_COLUMNS } from "./columns.ts";
import { acting, type PlaceOptions } from "../../server/place.ts";

const SWITCHES = {
  pause: "start no more runs of a backfill",
  unpause: "go on with a backfill",
  cancel: "end a backfill: runs that wait are failed, those that run go on",
} as const;

export function registerBackfillSwitches(parent: Command, context: CommandContext): void {
  for (const name of ["pause", "unpause", "cancel"] as const) {
    acting(parent.command(name))
      .description(SWITCHES[name])
      .argument("<id>", "number of the backfill")
      .option("-o, --output <format>", "table, json, yaml or plain", "table")
      .action(async (id: string, options: PlaceOptions & { readonly output: string }) => {
        const client = await connect(context, options);
        const params = { path: { backfill_id: Number(id) } };
        const backfill = await client.put(`/api/v2/backfills/{backfill_id}/${name}`, { params });
        context.print(await formatRows([backfill], BACKFILL_COLUMNS, readFormat(options.output)));
      });
  }
}

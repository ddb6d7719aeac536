/** `momiji assets details`: everything that is known of one asset, its watchers and their last error among it. */
import { presentAsset } from "@momiji/api";
import type { Register } from "../../context.ts";
import { formatRows, readFormat } from "../../output.ts";
import { type AssetOptions, findAsset } from "./find-asset.ts";

export const registerDetails: Register = (parent, context) => {
  parent
    .command("details")
    .description("show one asset: who makes it, who waits for it, how its watchers fare")
    .option("--name <name>", "its name")
    .option("--uri <uri>", "its URI")
    .option("--home <dir>", "home folder")
    .option("-o, --output <format>", "table, json, yaml or plain", "table")
    .action(async (options: AssetOptions & { home?: string; output: string }) => {
      const format = readFormat(options.output);
      const assets = await context.readStore(context.home(options), (store) =>
        store.listAssets({ includeInactive: true }),
      );
      const shown = presentAsset(findAsset(assets, options));
      if (format === "json" || format === "yaml") return context.print(await formatRows([shown], [], format));
      const rows = Object.entries(shown).map(([property, value]) => ({ property, value }));
      context.print(await formatRows(rows, ["property", "value"], format));
    });
};

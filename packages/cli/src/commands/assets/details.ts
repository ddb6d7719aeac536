/** `momiji assets details`: everything that is known of one asset, its watchers and their last error among it. */
import type { Register } from "../../context.ts";
import { formatRows, readFormat } from "../../output.ts";
import { withReads } from "../../presets/api-in-process.ts";
import { acting, type PlaceOptions } from "../../server/place.ts";
import { readList } from "../../server/read-list.ts";
import { type AssetOptions, findAsset } from "./find-asset.ts";

export const registerDetails: Register = (parent, context) => {
  acting(parent.command("details"))
    .description("show one asset: who makes it, who waits for it, how its watchers fare")
    .option("--name <name>", "its name")
    .option("--uri <uri>", "its URI")
    .option("-o, --output <format>", "table, json, yaml or plain", "table")
    .action(async (options: AssetOptions & PlaceOptions & { output: string }) => {
      const format = readFormat(options.output);
      const assets = await withReads(context, options, (client) =>
        readList(client, "/api/v2/assets", { params: { query: { only_active: false } } }),
      );
      const shown = findAsset(assets, options);
      if (format === "json" || format === "yaml") return context.print(await formatRows([shown], [], format));
      const rows = Object.entries(shown).map(([property, value]) => ({ property, value }));
      context.print(await formatRows(rows, ["property", "value"], format));
    });
};

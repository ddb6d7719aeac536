/** `momiji dags list-import-errors`: the DAG files that could not be loaded, and why. Exit code 1 if there are any. */
import type { components } from "@momiji/client";
import type { Register } from "../../context.ts";
import { formatRows, readFormat } from "../../output.ts";
import { withReads } from "../../presets/api-in-process.ts";
import { acting, type PlaceOptions } from "../../server/place.ts";
import { readList } from "../../server/read-list.ts";

export const registerListImportErrors: Register = (parent, context) => {
  acting(parent.command("list-import-errors"))
    .description("list the DAG files that could not be loaded; exit code 1 if there are any")
    .option("-o, --output <format>", "table, json, yaml or plain", "table")
    .action(async (options: PlaceOptions & { output: string }) => {
      const format = readFormat(options.output);
      const errors = await withReads(context, options, (client) => readList(client, "/api/v2/importErrors"));
      if (format === "table") {
        const texts = errors.map(describe);
        context.print(texts.length === 0 ? "No import errors\n" : texts.join("\n"));
      } else {
        context.print(await formatRows(errors, ["filename", "line", "column", "stack_trace"], format));
      }
      if (errors.length > 0) process.exitCode = 1;
    });
};

/** Where, what, and the lines around it; their frame may begin with the place itself. */
function describe({ filename, line, column, stack_trace: text }: components["schemas"]["ImportErrorResponse"]): string {
  const place = line === null ? filename : `${filename}:${line}:${column ?? 1}`;
  return `${place}\n${text.replace(`\n${place}\n`, "\n")}\n`;
}

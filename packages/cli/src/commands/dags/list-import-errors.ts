/** `momiji dags list-import-errors`: the DAG files that could not be loaded, and why. Exit code 1 if there are any. */
import { presentImportError } from "@momiji/api";
import type { ImportError } from "@momiji/store";
import type { Register } from "../../context.ts";
import { formatRows, readFormat } from "../../output.ts";

export const registerListImportErrors: Register = (parent, context) => {
  parent
    .command("list-import-errors")
    .description("list the DAG files that could not be loaded; exit code 1 if there are any")
    .option("--home <dir>", "home folder")
    .option("-o, --output <format>", "table, json, yaml or plain", "table")
    .action(async (options: { home?: string; output: string }) => {
      const format = readFormat(options.output);
      const errors = await context.readStore(context.home(options), (store) => store.listImportErrors());
      if (format === "table") {
        const texts = errors.map(describe);
        context.print(texts.length === 0 ? "No import errors\n" : texts.join("\n"));
      } else {
        context.print(
          await formatRows(errors.map(presentImportError), ["filename", "line", "column", "stack_trace"], format),
        );
      }
      if (errors.length > 0) process.exitCode = 1;
    });
};

/** Where, what, and the lines around it; their frame may begin with the place itself. */
function describe({ file, line, column, message, frame }: ImportError): string {
  const place = line === undefined ? file : `${file}:${line}:${column ?? 1}`;
  const lines = frame?.startsWith(`${place}\n`) === true ? frame.slice(place.length + 1) : frame;
  return `${[place, message, lines].filter(Boolean).join("\n")}\n`;
}

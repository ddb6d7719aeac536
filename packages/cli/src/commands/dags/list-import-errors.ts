/** `momiji dags list-import-errors`: the DAG files that could not be loaded, and why. Exit code 1 if there are any. */
import { presentImportError } from "@momiji/api";
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
        const texts = errors.map((error) => {
          const place = error.line === undefined ? error.file : `${error.file}:${error.line}:${error.column ?? 1}`;
          return `${place}\n${[error.message, error.frame].filter(Boolean).join("\n")}\n`;
        });
        context.print(texts.length === 0 ? "No import errors\n" : texts.join("\n"));
      } else {
        context.print(
          await formatRows(errors.map(presentImportError), ["filename", "line", "column", "stack_trace"], format),
        );
      }
      if (errors.length > 0) process.exitCode = 1;
    });
};

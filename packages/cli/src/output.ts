/** Prints rows in the forms of Airflow's `--output`: table, json, yaml, plain. */
import { CliError } from "./errors.ts";

export type OutputFormat = "table" | "json" | "yaml" | "plain";
export type Row = { readonly [column: string]: unknown };

const OUTPUT_FORMATS: readonly OutputFormat[] = ["table", "json", "yaml", "plain"];

/** @throws CliError `usage` */
export function readFormat(text: string, formats = OUTPUT_FORMATS): OutputFormat {
  const format = formats.find((known) => known === text);
  if (format === undefined)
    throw new CliError("usage", `--output must be one of ${formats.join(", ")}, not ${JSON.stringify(text)}`);
  return format;
}

/** `columns`: what table and plain show, in order; json and yaml show whole rows. */
export async function formatRows(
  rows: readonly Row[],
  columns: readonly string[],
  format: OutputFormat,
): Promise<string> {
  switch (format) {
    case "json":
      return `${JSON.stringify(rows, null, 2)}\n`;
    case "yaml":
      return (await import("yaml")).stringify(rows);
    case "plain":
      return lines(rows, columns, "plain");
    case "table":
      return rows.length === 0 ? "No data found\n" : lines(rows, columns, "table");
  }
}

function lines(rows: readonly Row[], columns: readonly string[], format: "plain" | "table"): string {
  const cells = [columns, ...rows.map((row) => columns.map((column) => cell(row[column])))];
  const widths = columns.map((_, index) => Math.max(...cells.map((line) => width(line[index] ?? ""))));
  const separator = format === "table" ? " | " : " ";
  const text = cells.map((line) =>
    line
      .map((value, index) => value + " ".repeat((widths[index] ?? 0) - width(value)))
      .join(separator)
      .trimEnd(),
  );
  if (format === "table") text.splice(1, 0, widths.map((size) => "=".repeat(size)).join("=+="));
  return `${text.join("\n")}\n`;
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return "";
  const text =
    typeof value === "string" ? value : Array.isArray(value) ? value.map(cell).join(", ") : JSON.stringify(value);
  return text.replaceAll(/[\n\r\t]+/g, " ");
}

/** Columns of a terminal: East Asian wide characters take two. */
function width(text: string): number {
  let columns = 0;
  for (const character of text)
    columns += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(
      character,
    )
      ? 2
      : 1;
  return columns;
}

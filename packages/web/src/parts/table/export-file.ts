/** Rows as text of a file. */
import type { Column } from "./column.ts";

/** What programs of tables would take for a formula is made plain text. */
const FORMULA = /^[=+\-@\t\r]/;

function field(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const plain = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** RFC 4180, with the names of the columns first, and a mark that it is UTF-8, without which Excel spoils Japanese. */
export function csvOf<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const told = columns.flatMap(({ id, text }) => (text === undefined ? [] : [{ id, text }]));
  const lines = [told.map(({ id }) => id), ...rows.map((row) => told.map(({ text }) => text(row)))];
  return `\uFEFF${lines.map((line) => line.map(field).join(",")).join("\r\n")}\r\n`;
}

export function jsonOf(rows: readonly unknown[]): string {
  return `${JSON.stringify(rows, null, 2)}\n`;
}

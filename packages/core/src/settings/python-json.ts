/** JSON as Python's `json.dumps` writes it: what Airflow keeps and answers where it was given an object. */
import type { Json } from "../json.ts";

/** With a space after `:` and `,`, and everything beyond ASCII as `\uXXXX`. */
export function pythonJson(value: Json): string {
  if (typeof value === "string") return quoted(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(pythonJson).join(", ")}]`;
  const pairs = Object.entries(value as { readonly [name: string]: Json });
  return `{${pairs.map(([name, part]) => `${quoted(name)}: ${pythonJson(part)}`).join(", ")}}`;
}

function quoted(text: string): string {
  return JSON.stringify(text).replaceAll(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

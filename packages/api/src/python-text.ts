/** JSON values as Python prints them: what Airflow answers where it is asked for a text. */
import type { Json } from "@momiji/core";

export function pythonText(value: Json): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return quoted(value);
  if (Array.isArray(value)) return `[${value.map(pythonText).join(", ")}]`;
  const pairs = Object.entries(value as { readonly [name: string]: Json });
  return `{${pairs.map(([name, part]) => `${quoted(name)}: ${pythonText(part)}`).join(", ")}}`;
}

const ESCAPED: { readonly [sign: string]: string } = { "\n": "\\n", "\r": "\\r", "\t": "\\t", "\\": "\\\\" };

/** In single quotes, unless there is one in the text and no double one. */
function quoted(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const body = text.replaceAll(/[\\\n\r\t]/g, (sign) => ESCAPED[sign] ?? sign).replaceAll(quote, `\\${quote}`);
  return `${quote}${body}${quote}`;
}

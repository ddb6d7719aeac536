/** Files that variables, connections and pools are read from and written to: JSON, YAML, `.env`, as Airflow's. */
import { readFileSync, writeFileSync } from "node:fs";
import { extname, resolve } from "node:path";
import type { Json } from "@momiji/core";
import { CliError } from "./errors.ts";

export type FileFormat = "json" | "yaml" | "env";

const BY_EXTENSION: { readonly [extension: string]: FileFormat } = {
  ".json": "json",
  ".yaml": "yaml",
  ".yml": "yaml",
  ".env": "env",
};

/** The format that a file's name asks for. `-` (standard output) is JSON. @throws CliError `usage` */
export function formatOf(file: string, formats: readonly FileFormat[] = ["json", "yaml", "env"]): FileFormat {
  const format =
    file === "-" ? "json" : BY_EXTENSION[extname(file).toLowerCase() || (file.endsWith(".env") ? ".env" : "")];
  if (format !== undefined && formats.includes(format)) return format;
  throw new CliError("usage", `${file}: the name must end in .${formats.join(", .")}`);
}

/** The entries of a file by name. @throws CliError `usage` that names the file, and of `.env` the line */
export async function readEntries(cwd: string, file: string): Promise<{ readonly [name: string]: Json }> {
  const format = formatOf(file);
  const text = readText(resolve(cwd, file), file);
  if (format === "env") return envEntries(text, file);
  const content = await parsed(text, { file, format });
  if (typeof content === "object" && content !== null && !Array.isArray(content)) {
    return content as { readonly [name: string]: Json };
  }
  throw new CliError("usage", `${file}: must hold an object, its keys being the names`);
}

/** Secrets go into it, so only its owner may read it. */
export function writeEntries(cwd: string, file: string, text: string): void {
  try {
    writeFileSync(resolve(cwd, file), text, { mode: 0o600 });
  } catch (error) {
    throw new CliError("usage", `${file} cannot be written: ${(error as Error).message}`, "choose another path");
  }
}

export async function entriesText(
  entries: { readonly [name: string]: Json },
  format: "json" | "yaml",
): Promise<string> {
  return format === "json" ? `${JSON.stringify(entries, null, 2)}\n` : (await import("yaml")).stringify(entries);
}

function readText(path: string, file: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new CliError("usage", `${file} cannot be read: ${(error as Error).message}`, "check the path");
  }
}

async function parsed(text: string, { file, format }: { file: string; format: "json" | "yaml" }): Promise<unknown> {
  try {
    return format === "json" ? JSON.parse(text) : ((await import("yaml")).parse(text) as unknown);
  } catch {
    // The parser's words quote the file, and it holds secrets.
    throw new CliError("usage", `${file}: is not valid ${format.toUpperCase()}`, "correct the file");
  }
}

function envEntries(text: string, file: string): { [name: string]: Json } {
  const entries: { [name: string]: Json } = {};
  text.split(/\r?\n/).forEach((line, index) => {
    if (line.trim() === "" || line.trimStart().startsWith("#")) return;
    const match = /^\s*(?:export\s+)?([^=\s]+)\s*=\s*(.*)$/.exec(line);
    if (match === null) throw new CliError("usage", `${file}:${index + 1}: expected NAME=VALUE`, "correct the line");
    entries[match[1] as string] = unquoted((match[2] as string).trim());
  });
  return entries;
}

function unquoted(value: string): string {
  const quote = value.charAt(0);
  const isQuoted = value.length >= 2 && (quote === '"' || quote === "'") && value.endsWith(quote);
  return isQuoted ? value.slice(1, -1) : value;
}

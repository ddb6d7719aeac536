/** esbuild's messages as import errors. */
import { readFile } from "node:fs/promises";
import { isBuiltin } from "node:module";
import { resolve } from "node:path";
import type { ImportErrorInput } from "@momiji/store";
import type { Message } from "esbuild";
import type { DagFile } from "../folder/dag-file.ts";
import { placed } from "../import-errors/to-import-error.ts";

const UNRESOLVED = /^Could not resolve "(?<path>.*)"$/;
const UNLOADABLE = /^No loader is configured for "(?<extension>.*)" files: (?<path>.*)$/;

/** @param entry the DAG file as the bundle names it: its path below the folder */
export async function buildErrors(
  messages: readonly Message[],
  file: DagFile,
  entry: string,
): Promise<ImportErrorInput[]> {
  return Promise.all(messages.map((message) => buildError(message, file, entry)));
}

async function buildError(message: Message, file: DagFile, entry: string): Promise<ImportErrorInput> {
  const { location } = message;
  const text = explain(message.text);
  if (location === null) return { message: text };
  const place = { file: location.file, line: Math.max(1, location.line), column: columnOf(location) };
  const source = await readFile(resolve(file.folder, location.file), "utf8").catch(() => location.lineText);
  return placed(text, { ...place, text: source }, entry);
}

/** esbuild counts columns in bytes from 0. */
function columnOf({ lineText, column }: { lineText: string; column: number }): number {
  return Buffer.from(lineText).subarray(0, column).toString().length + 1;
}

function explain(text: string): string {
  const path = UNRESOLVED.exec(text)?.groups?.["path"];
  if (path !== undefined) {
    if (/^[./]/.test(path)) return `Cannot find "${path}"`;
    const name = path
      .split("/")
      .slice(0, path.startsWith("@") ? 2 : 1)
      .join("/");
    if (path.startsWith("node:") || isBuiltin(name)) return `This version of Node.js has no module "${path}"`;
    return `Cannot find the package "${name}": install it in the DAG folder or beside Momiji (npm install ${name})`;
  }
  const file = UNLOADABLE.exec(text)?.groups;
  if (file === undefined) return text;
  if (file["extension"] === ".node") {
    return `Native add-ons cannot be used in a DAG file: ${file["path"]}. Run the code that needs it as a command or in a container`;
  }
  return `Files of this kind cannot be imported: ${file["path"]}`;
}

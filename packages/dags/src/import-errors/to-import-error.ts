/** From a trouble in a bundle to an import error in the author's file. */
import { pathToFileURL } from "node:url";
import type { ImportErrorInput } from "@momiji/store";
import { BundleSources } from "./bundle-sources.ts";
import { codeFrame, type SourcePlace } from "./code-frame.ts";
import { parseStack } from "./parse-stack.ts";
import type { Trouble } from "./trouble.ts";

export interface TroubledBundle {
  readonly bundlePath: string;
  /** The DAG file as the bundle names it. */
  readonly entry: string;
}

/** Reads the bundle once, however many troubles there are. */
export async function toImportErrors(
  troubles: readonly Trouble[],
  bundle: TroubledBundle,
): Promise<ImportErrorInput[]> {
  if (troubles.length === 0) return [];
  const sources = await BundleSources.read(bundle.bundlePath, bundle.entry);
  const url = pathToFileURL(bundle.bundlePath).href;
  return troubles.map((trouble) => {
    const traced = trouble.stack === undefined ? null : trace(trouble.stack, url, sources);
    const place = traced?.place ?? find(trouble.near ?? [], sources);
    const error = placed(trouble.message, place, bundle.entry);
    return traced === null || traced.stack === "" ? error : { ...error, stack: `${trouble.message}\n${traced.stack}` };
  });
}

/** `line` and `column` always mean the DAG file; a place in a file it imports is named in message and frame. */
export function placed(message: string, place: SourcePlace | null, entry: string): ImportErrorInput {
  if (place === null) return { message };
  const frame = codeFrame(place);
  if (place.file === entry) return { message, line: place.line, column: place.column, frame };
  return { message: `${message} (in ${place.file}, line ${place.line})`, frame };
}

/** The innermost frame in a file of the author's, and the stack as he would have it: his files, no machinery. */
function trace(stack: string, url: string, sources: BundleSources): { place: SourcePlace | null; stack: string } {
  let place: SourcePlace | null = null;
  const lines: string[] = [];
  for (const frame of parseStack(stack)) {
    const origin = frame.url === url ? sources.origin(frame.line, frame.column) : null;
    if (origin === null) continue;
    const where = `${origin.file}:${origin.line}:${origin.column}`;
    lines.push(`    at ${frame.name === "" ? where : `${frame.name} (${where})`}`);
    if (origin.text !== null) place ??= { ...origin, text: origin.text };
  }
  return { place, stack: lines.join("\n") };
}

/** Where the strings stand in quotes, in the file that has most of them; failing that, where a DAG is made. */
function find(near: readonly string[], sources: BundleSources): SourcePlace | null {
  let best: { readonly found: number; readonly place: SourcePlace } | null = null;
  for (const { file, text } of near.length === 0 ? [] : sources.files) {
    const { found, index } = follow(near, text);
    const start = found > 0 ? index : text.search(/\bdag\s*\(/);
    if (start !== -1 && (best === null || found > best.found)) best = { found, place: placeAt(file, text, start) };
  }
  return best?.place ?? null;
}

function follow(near: readonly string[], text: string): { found: number; index: number } {
  let found = 0;
  let index = -1;
  for (const string of near) {
    const quoted = new RegExp(`(["'\`])${RegExp.escape(string)}\\1`, "g");
    quoted.lastIndex = index + 1;
    const match = quoted.exec(text);
    if (match === null) continue;
    found += 1;
    index = match.index;
  }
  return { found, index };
}

function placeAt(file: string, text: string, index: number): SourcePlace {
  const before = text.slice(0, index);
  return { file, text, line: before.split("\n").length, column: index - before.lastIndexOf("\n") };
}

/**
 * What a bundle's file holds, byte for byte: the code and its source map. The same sources give the same text in any
 * folder and on any machine, so that its hash may stand for the code.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { SourceMapPayload } from "node:module";
import { relative, resolve, sep } from "node:path";
import { SOURCE_MAP_COMMENT } from "../import-errors/bundle-sources.ts";

const PACKAGES = "node_modules/";

export interface BundleText {
  readonly text: string;
  /** SHA-256 of the text, in hexadecimal. */
  readonly hash: string;
}

/** Paths in `code` and `map` are relative to the DAG folder. `packageFolders` are absolute. */
export function bundleText(
  output: { readonly code: string; readonly map: string },
  folder: string,
  packageFolders: readonly string[],
): BundleText {
  const map = JSON.parse(output.map) as SourceMapPayload;
  // The author's text is kept for messages and for whoever wants to read a version; that of packages would be megabytes.
  const sourcesContent = map.sources.map((source) => (isPackage(source) ? null : textOf(resolve(folder, source))));
  let { code } = output;
  let { sources } = map;
  for (const packages of packageFolders) {
    const prefix = `${relative(folder, packages).split(sep).join("/")}/`;
    if (prefix === PACKAGES || !sources.some((source) => source.startsWith(prefix))) continue;
    sources = sources.map((source) => (source.startsWith(prefix) ? PACKAGES + source.slice(prefix.length) : source));
    code = code.replaceAll(prefix, PACKAGES);
  }
  const encoded = Buffer.from(JSON.stringify({ ...map, sources, sourcesContent })).toString("base64");
  const text = `${code}${SOURCE_MAP_COMMENT}${encoded}\n`;
  return { text, hash: createHash("sha256").update(text).digest("hex") };
}

/** Read at once: esbuild has just read it, so that it takes less time than handing the reading to another thread. */
function textOf(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

function isPackage(source: string): boolean {
  return source.startsWith(PACKAGES) || source.includes(`/${PACKAGES}`);
}

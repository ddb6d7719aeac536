/**
 * `import.meta.dirname`, `filename` and `url` mean the author's file, not the bundle. A file that asks where it lies is
 * another bundle in another folder; all others are the same wherever they lie.
 */
import { readFile } from "node:fs/promises";
import { dirname, extname } from "node:path";
import { pathToFileURL } from "node:url";
import type { Loader, Plugin } from "esbuild";

const ASKS = /\bimport\.meta\.(dirname|filename|url)\b/g;

const LOADERS: { readonly [ending: string]: Loader } = {
  ".ts": "ts",
  ".mts": "ts",
  ".cts": "ts",
  ".js": "js",
  ".mjs": "js",
  ".cjs": "js",
};

export const ownPlace: Plugin = {
  name: "own-place",
  setup(build) {
    build.onLoad({ filter: /\.[mc]?[jt]s$/ }, async ({ path }) => {
      const text = await readFile(path, "utf8").catch(() => "");
      // Files that do not ask are left to esbuild, with everything that can be wrong about reading them.
      if (!text.includes("import.meta.")) return undefined;
      const contents = text.replace(ASKS, (_asked, what: string) => JSON.stringify(placeOf(path, what)));
      return { contents, loader: LOADERS[extname(path)] ?? "ts" };
    });
  },
};

function placeOf(path: string, what: string): string {
  if (what === "dirname") return dirname(path);
  return what === "filename" ? path : pathToFileURL(path).href;
}

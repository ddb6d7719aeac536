import { resolve } from "node:path";
import type { Metafile } from "esbuild";

/**
 * The files that a bundle was made of, absolute: whoever changes one of them changes the bundle. One build holds many
 * bundles, so the imports are followed from the entry.
 */
export function inputsOf(metafile: Metafile, entry: string, workingFolder: string): string[] {
  const found = new Set([entry]);
  for (const path of found) {
    for (const { path: imported, external } of metafile.inputs[path]?.imports ?? []) {
      if (external !== true && metafile.inputs[imported] !== undefined) found.add(imported);
    }
  }
  return [...found].filter(isFile).map((path) => resolve(workingFolder, path));
}

/** Not data in the import itself, and not what esbuild stands in for a module that is switched off. */
function isFile(path: string): boolean {
  return !path.startsWith("<") && !path.startsWith("(");
}

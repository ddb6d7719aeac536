/** Imports the modules that it is told, one after another, and says when that is done. */
import { pathToFileURL } from "node:url";

async function importAll(paths: readonly string[]): Promise<void> {
  for (const path of paths) await import(pathToFileURL(path).href);
  process.send?.("done");
}

process.on("message", (paths: readonly string[]) => void importAll(paths));
// What every DAG file imports is there already.
await import("momiji");
await import("momiji/operators");
process.send?.("ready");

/** Imports the modules that it is told, one after another, and says when that is done. */
import { pathToFileURL } from "node:url";

process.on("message", async (paths: readonly string[]) => {
  for (const path of paths) await import(pathToFileURL(path).href);
  process.send?.("done");
});
// What every DAG file imports is there already.
await import("momiji");
await import("momiji/operators");
process.send?.("ready");

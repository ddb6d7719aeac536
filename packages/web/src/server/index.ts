/**
 * Where the built interface is. What it refuses to do: anything else; the rest of this package runs in browsers and talks to the
 * server by its API alone. The command line imports it.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";

/** @returns null: it has not been built here */
export function webFolder(): string | null {
  // From `src/server` as from `dist/server`.
  const folder = join(import.meta.dirname, "..", "..", "dist", "app");
  return existsSync(join(folder, "index.html")) ? folder : null;
}

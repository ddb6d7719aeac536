/** What the measurements of memory have in common: a program of their own, and patience. */
import { copyFileSync } from "node:fs";
import { join } from "node:path";

/**
 * A copy of Node for what is measured. The text of a program is shared by all processes that run the same file, so that the
 * more of them a machine runs, this one included, the less of it each would be charged with.
 */
export function ownNode(folder: string): string {
  const path = join(folder, "node");
  copyFileSync(process.execPath, path);
  return path;
}

export function seconds(count: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, count * 1000));
}

/**
 * Until everything that ends by itself has ended: the processes that load files, and the children for functions but one,
 * which take longest (60 s). No garbage collection is forced.
 */
export function settle(): Promise<void> {
  return seconds(80);
}

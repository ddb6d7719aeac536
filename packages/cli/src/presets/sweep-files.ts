/** Old files of a home: logs and bundles. Whatever is gone already is none of its business. */
import { readdir, rm, rmdir, stat, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Micros } from "@momiji/core";
import type { Pace, SweepFiles } from "@momiji/scheduler";
import type { LogStore } from "@momiji/sdk";
import { runLogFolder } from "@momiji/worker";
import type { Home } from "../home.ts";

const MICROS_A_MILLI = 1_000;

/** Files that are looked at between two pauses. */
const FILES_A_STEP = 100;

/** Where there is something to remove. */
export interface SweptPlaces {
  readonly home: Home;
  /** Null: logs are nowhere but in the home. */
  readonly logStore: LogStore | null;
  /** Told of logs that could not be removed there. */
  warn(message: string): void;
}

/** All logs of a DAG that is deleted. */
export async function removeDagLogs(places: SweptPlaces, dagId: string, pace: Pace): Promise<number> {
  const below = dirname(runLogFolder("", { dagId, runId: "" }));
  const folder = join(places.home.logs, below);
  let removed = 0;
  for (const name of await namesIn(folder)) {
    if (pace.isStopped) return removed;
    removed += await pace.step(async () => removeAll(join(folder, name)));
  }
  await removeIfEmpty(folder);
  return Math.max(removed, await removeStored(places, below));
}

/** A store that is down keeps nobody from removing the rest. */
async function removeStored({ logStore, warn }: SweptPlaces, folder: string): Promise<number> {
  if (logStore === null) return 0;
  try {
    return await logStore.remove(`${folder}/`);
  } catch (error) {
    const { message } = error as Error;
    warn(`logs could not be removed from ${logStore.name}, remove what is below ${folder} there yourself: ${message}`);
    return 0;
  }
}

async function removeAll(folder: string): Promise<number> {
  const files = await filesBelow(folder);
  await rm(folder, { recursive: true, force: true });
  return files.length;
}

export function sweepFiles(places: SweptPlaces): SweepFiles {
  const { home, logStore } = places;
  return {
    async removeRunLogs(run) {
      const below = runLogFolder("", run);
      const folder = join(home.logs, below);
      const removed = await removeAll(folder);
      await removeIfEmpty(dirname(folder));
      return Math.max(removed, await removeStored(places, below));
    },
    removeStoredLogs: async (before) => (await logStore?.removeBefore(before)) ?? 0,
    removeLogs: (before, pace) => removeOld(home.logs, before, pace),
    async removeBundles(before, inUse) {
      let removed = 0;
      for (const name of await namesIn(home.bundles)) {
        const path = join(home.bundles, name);
        if (!name.endsWith(".mjs") || inUse.has(path) || !(await isOlder(path, before))) continue;
        await unlink(path);
        removed++;
      }
      return removed;
    },
  };
}

async function removeOld(folder: string, before: Micros, pace: Pace): Promise<number> {
  const files = await filesBelow(folder);
  let removed = 0;
  for (let from = 0; from < files.length && !pace.isStopped; from += FILES_A_STEP) {
    removed += await pace.step(() => removeThose(files.slice(from, from + FILES_A_STEP), { before, root: folder }));
  }
  return removed;
}

async function removeThose(
  files: readonly string[],
  { before, root }: { before: Micros; root: string },
): Promise<number> {
  let removed = 0;
  for (const file of files) {
    if (!(await isOlder(file, before))) continue;
    await unlink(file);
    removed++;
    for (let folder = dirname(file); folder !== root && (await removeIfEmpty(folder));) folder = dirname(folder);
  }
  return removed;
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}

async function isOlder(path: string, before: Micros): Promise<boolean> {
  const stats = await stat(path).catch(() => null);
  return stats !== null && stats.mtimeMs * MICROS_A_MILLI < before;
}

/** True if it was empty and went. */
async function removeIfEmpty(folder: string): Promise<boolean> {
  return rmdir(folder).then(
    () => true,
    () => false,
  );
}

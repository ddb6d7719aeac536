/** `fileSensor`: waits for a file on the worker's machine (Airflow's `FileSensor`). */
import { glob, opendir, stat } from "node:fs/promises";
import { isAbsolute } from "node:path";
import {
  FailTask,
  mappable,
  type Output,
  type SensorDefinition,
  type SensorOptions,
  type TaskOptions,
} from "@momiji/sdk";
import { placeStandard } from "../place-standard.ts";

export interface FileSensorOptions extends TaskOptions, SensorOptions {
  /** Absolute. A file, a folder that holds a file at any depth, or a pattern such as `/data/*.csv`. A template. */
  readonly path: string;
  /** Whether `**` in the pattern reaches into subfolders at any depth. Default false. */
  readonly recursive?: boolean;
}

export type FileSensorParams = { readonly path: string; readonly recursive?: boolean };

export const fileSensorOperator: SensorDefinition<FileSensorParams> = {
  name: "fileSensor",
  templateFields: ["path"],
  async poke(_ctx, { path, recursive }) {
    if (!isAbsolute(path))
      throw new FailTask(`path ${JSON.stringify(path)} must be absolute: a worker has no folder of its own`);
    const found = (await isFileOrHoldsOne(path))
      ? path
      : await firstMatch(recursive === true ? path : path.replaceAll("**", "*"));
    return found === undefined ? { done: false } : { done: true, value: found };
  },
};

/** Its output is the path that was found. */
export const fileSensor = mappable(placeFileSensor, ["path", "recursive"]);

function placeFileSensor(id: string, options: FileSensorOptions): Output<string> {
  const { path, recursive, ...rest } = options;
  return placeStandard(fileSensorOperator, { id, params: { path, recursive }, required: ["path"], options: rest });
}

async function firstMatch(pattern: string): Promise<string | undefined> {
  for await (const path of glob(pattern)) if (await isFileOrHoldsOne(path)) return path;
  return undefined;
}

async function isFileOrHoldsOne(path: string): Promise<boolean> {
  const found = await stat(path).catch(absentIfMissing);
  if (found === undefined || !found.isDirectory()) return found !== undefined;
  for await (const entry of await opendir(path, { recursive: true })) if (!entry.isDirectory()) return true;
  return false;
}

/** What is not there yet is what a sensor waits for; anything else, such as a missing permission, is an error to show. */
function absentIfMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT" && error.code !== "ENOTDIR") throw error;
}

/** Finds the DAG that a command names: an id of the store, or a DAG file, which needs no server and no store. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { DagSpec, DataInterval, Micros } from "@momiji/core";
import type { CommandContext } from "../../context.ts";
import { CliError } from "../../errors.ts";

const FILE_NAME = /\.[mc]?[jt]s$/;

export interface FoundDag {
  readonly spec: DagSpec;
  readonly version: number;
  readonly bundle: { readonly hash: string; readonly path: string };
  readonly lastInterval: DataInterval | null;
  readonly catchupConfirmedAt: Micros | null;
  readonly isPaused: boolean;
}

/** Whether it is a DAG file that is there, rather than the id of a DAG. */
export function namesFile({ cwd }: Pick<CommandContext, "cwd">, named: string): boolean {
  return FILE_NAME.test(named) && existsSync(resolve(cwd, named));
}

/** Every DAG of a file, or the one DAG with this id. @throws CliError `not_found`, `refused` (import error) */
export async function findDags(context: CommandContext, home: string | undefined, named: string): Promise<FoundDag[]> {
  if (namesFile(context, named)) return loadFile(context, resolve(context.cwd, named));
  // No id has a slash.
  if (/[\\/]/.test(named)) throw noFile(context, named);
  const options = home === undefined ? {} : { home };
  try {
    return await context.readStore(context.home(options), async (store) => {
      const [dag] = await store.listDags({ dagIds: [named] });
      if (dag === undefined) throw new CliError("not_found", `there is no DAG ${JSON.stringify(named)}`);
      return [dag];
    });
  } catch (error) {
    const isMissing = error instanceof CliError && error.code === "not_found";
    throw isMissing && FILE_NAME.test(named) ? noFile(context, named) : error;
  }
}

function noFile({ cwd }: CommandContext, named: string): CliError {
  return new CliError(
    "not_found",
    `there is no DAG file ${resolve(cwd, named)}`,
    "name a file that ends in .ts, .mts, .js or .mjs, or the id of a DAG",
  );
}

/** As `findDags`, where one DAG is meant. */
export async function findDag(context: CommandContext, home: string | undefined, named: string): Promise<FoundDag> {
  const dags = await findDags(context, home, named);
  const [only] = dags;
  if (only === undefined || dags.length > 1) {
    const ids = dags.map((dag) => dag.spec.dagId).join(", ");
    throw new CliError(
      "usage",
      `${named} holds ${dags.length} DAGs${ids === "" ? "" : ` (${ids})`}; name one DAG by its id`,
    );
  }
  return only;
}

async function loadFile(context: CommandContext, path: string): Promise<FoundDag[]> {
  const { loadForCommand } = await import("../../presets/load-file.ts");
  const loaded = await loadForCommand(context, path);
  const [error] = loaded.errors;
  if (error !== undefined) {
    const place = error.line === undefined ? path : `${path}:${error.line}:${error.column ?? 1}`;
    throw new CliError(
      "refused",
      [`${place}: ${error.message}`, error.frame].filter(Boolean).join("\n"),
      "correct the file",
    );
  }
  const bundle = loaded.bundle;
  if (bundle === null) throw new CliError("refused", `${path} could not be bundled`);
  return loaded.dags.map((spec) => ({
    spec,
    version: 1,
    bundle,
    lastInterval: null,
    catchupConfirmedAt: null,
    isPaused: false,
  }));
}

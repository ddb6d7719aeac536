/** The bundles that this child has evaluated. Code once imported stays for the life of the process. */
import { dirname, sep } from "node:path";
import type { AttemptOutcome, BundleRef, CallbackOrder, FailedOutcome } from "@momiji/core";
import type { CallbackBody, Dag, TaskBody } from "@momiji/sdk";
import { loadBundle } from "@momiji/sdk/bundle";
import { failed } from "../outcomes.ts";

type Dags = ReadonlyMap<string, Dag>;

const loaded = new Map<string, Dags>();

/** Undefined: not loaded yet, see `load`. */
export function loadedBundle(bundle: BundleRef): Dags | undefined {
  return loaded.get(bundle.hash);
}

/** Rejects with whatever the author's code throws. */
export async function load(bundle: BundleRef): Promise<Dags> {
  // Bundles carry a map to what their authors wrote: a stack shall name their files and lines.
  process.setSourceMapsEnabled(true);
  const dags = new Map((await loadBundle(bundle.path)).map(({ dag }) => [dag.dagId, dag]));
  loaded.set(bundle.hash, dags);
  return dags;
}

/** With the places in its stack as their author knows them: the map's names lie below the DAG folder, not the bundle's. */
export function asWritten(outcome: AttemptOutcome, { path }: BundleRef): AttemptOutcome {
  if (outcome.kind !== "failed" || outcome.detail === undefined) return outcome;
  return { ...outcome, detail: outcome.detail.replaceAll(dirname(path) + sep, "") };
}

export function bodyIn(dags: Dags, dagId: string, taskId: string): TaskBody | FailedOutcome {
  const dag = dags.get(dagId);
  if (dag === undefined) return missing(`its bundle holds no DAG ${dagId}`);
  return dag.bodyOf(taskId) ?? missing(`the bundle of DAG ${dagId} holds no function for task ${taskId}`);
}

/** The code of a callback. */
export interface CallbackCode {
  readonly kind: "callback";
  readonly run: CallbackBody;
}

export function callbackIn(dags: Dags, dagId: string, callback: CallbackOrder): CallbackCode | FailedOutcome {
  const { taskId, ordinal, facts } = callback;
  const run = dags.get(dagId)?.callbackOf({ taskId, event: facts.event, ordinal });
  if (run !== undefined) return { kind: "callback", run };
  const owner = taskId === null ? `DAG ${dagId}` : `task ${taskId} of DAG ${dagId}`;
  return missing(`the bundle holds no function for ${facts.event} (${ordinal + 1}.) of ${owner}`);
}

export function notLoadable(error: unknown): FailedOutcome {
  const detail = error instanceof Error ? error.stack : undefined;
  const message = `its DAG file could not be loaded: ${error instanceof Error ? error.message : String(error)}`;
  return failed("bundle", message, detail === undefined ? {} : { detail });
}

function missing(message: string): FailedOutcome {
  return failed("bundle", message, { retryable: false });
}

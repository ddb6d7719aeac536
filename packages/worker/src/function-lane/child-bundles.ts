/** The bundles that this child has evaluated. Code once imported stays for the life of the process. */
import { dirname, sep } from "node:path";
import type { AttemptOutcome, BundleRef, CallbackOrder, FailedOutcome, MapFunction } from "@momiji/core";
import type { AnyResume, CallbackBody, Dag, TaskBody, TriggerDefinition } from "@momiji/sdk";
import { type BundleParts, loadBundle } from "@momiji/sdk/bundle";
import { failed } from "../outcomes.ts";

/** What a bundle holds, by name. */
export interface Bundle extends BundleParts {
  readonly dags: ReadonlyMap<string, Dag>;
}

const loaded = new Map<string, Bundle>();

/** Undefined: not loaded yet, see `load`. */
export function loadedBundle(bundle: BundleRef): Bundle | undefined {
  return loaded.get(bundle.hash);
}

/** Rejects with whatever the author's code throws. */
export async function load(bundle: BundleRef): Promise<Bundle> {
  // Bundles carry a map to what their authors wrote: a stack shall name their files and lines.
  process.setSourceMapsEnabled(true);
  const { dags, ...rest } = await loadBundle(bundle.path);
  const parts = { dags: new Map(dags.map(({ dag }) => [dag.dagId, dag])), ...rest };
  loaded.set(bundle.hash, parts);
  return parts;
}

/** With the places in its stack as their author knows them: the map's names lie below the DAG folder, not the bundle's. */
export function asWritten(outcome: AttemptOutcome, { path }: BundleRef): AttemptOutcome {
  if (outcome.kind !== "failed" || outcome.detail === undefined) return outcome;
  return { ...outcome, detail: outcome.detail.replaceAll(dirname(path) + sep, "") };
}

export function bodyIn({ dags }: Bundle, dagId: string, taskId: string): TaskBody | FailedOutcome {
  const dag = dags.get(dagId);
  if (dag === undefined) return missing(`its bundle holds no DAG ${dagId}`);
  return dag.bodyOf(taskId) ?? missing(`the bundle of DAG ${dagId} holds no function for task ${taskId}`);
}

export function resumeIn({ resumes }: Bundle, name: string): AnyResume | FailedOutcome {
  return resumes.get(name) ?? missing(`the DAG file has no defineResume(${JSON.stringify(name)}) to go on with`);
}

export function triggerIn({ triggers }: Bundle, name: string): TriggerDefinition | FailedOutcome {
  return triggers.get(name) ?? missing(`the DAG file has no defineTrigger(${JSON.stringify(name)}) to wait with`);
}

/** @throws Error if the bundle does not hold it. */
export function mapFunctionIn({ dags }: Bundle, dagId: string, owner: string): MapFunction {
  const apply = dags.get(dagId)?.mapFunctionOf(owner);
  if (apply === undefined) throw new Error(`the bundle of DAG ${dagId} holds no mapping of ${owner}`);
  return apply;
}

/** The code of a callback. */
export interface CallbackCode {
  readonly kind: "callback";
  readonly run: CallbackBody;
}

export function callbackIn({ dags }: Bundle, dagId: string, callback: CallbackOrder): CallbackCode | FailedOutcome {
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

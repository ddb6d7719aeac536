/**
 * Acts on runs: load, decide, apply under compare-and-set. When a run has changed in between, everything is decided anew
 * from what the store then holds, so that nothing that happened meanwhile is lost.
 */
import {
  type Act,
  changesAnything,
  type Clock,
  type DagGraph,
  type DagRun,
  type RunView,
  type TaskInstance,
} from "@momiji/core";
import type { ActBatch, LoadedRun, Store } from "@momiji/store";
import { ApiError } from "./errors.ts";
import type { Graphs } from "./graphs.ts";
import { previewOf } from "./preview/act-preview.ts";
import { requireExpected } from "./preview/expectation.ts";

export interface ActDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly graphs: Graphs;
  /** The tag of the preview that the client has seen: the act is refused if it would touch others by now. */
  readonly expects?: string;
}

/** A task instance that an act is about, with its run and how the version of the run describes its task. */
export interface Affected {
  readonly run: DagRun;
  readonly graph: DagGraph;
  readonly instance: TaskInstance;
}

export interface RunAct {
  readonly view: RunView;
  readonly act: Act;
}

export interface Request {
  /** Which runs; called again if the first attempt came too late. */
  load(): Promise<readonly LoadedRun[]>;
  decide(view: RunView): Act;
  /** What is written together with the changes, once it is known whom they are about. */
  besides(acts: readonly RunAct[]): Omit<ActBatch, "now" | "runs">;
}

/** How often an act is decided anew before it gives up: each time somebody else was faster. */
const ATTEMPTS = 20;

/** @throws PreviewChanged; ApiError `too_busy` if runs change faster than they can be acted upon. */
export async function actOnRuns(deps: ActDeps, request: Request, isDryRun: boolean): Promise<readonly RunAct[]> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const acts = await decideAll(deps, request);
    if (isDryRun) return acts;
    if (deps.expects !== undefined) requireExpected(deps.expects, previewOf(acts));
    const runs = acts
      .filter(({ act }) => changesAnything(act))
      .map(({ view, act }) => ({ runKey: view.run.runKey, expectRevision: view.run.revision, changes: act.changes }));
    const result = await deps.store.act({ now: deps.clock.now(), runs, ...request.besides(acts) });
    if (result.applied) return acts;
  }
  throw new ApiError("too_busy");
}

async function decideAll({ graphs }: ActDeps, request: Request): Promise<readonly RunAct[]> {
  const acts: RunAct[] = [];
  for (const { run, instances } of await request.load()) {
    const view: RunView = { graph: await graphs.of(run.dagId, run.dagVersion), run, instances, previous: null };
    acts.push({ view, act: request.decide(view) });
  }
  return acts;
}

/** Everyone that the acts are about, before them. */
export function affectedBy(acts: readonly RunAct[]): Affected[] {
  return acts.flatMap(({ view: { run, graph }, act }) => act.affected.map((instance) => ({ run, graph, instance })));
}

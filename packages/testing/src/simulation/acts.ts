/**
 * What people do to runs in the middle of everything: they clear, mark and delete, also what is running. The decisions and
 * the compare-and-set are those of the server.
 */
import {
  type Act,
  buildGraph,
  clearRun,
  type DagGraph,
  markInstances,
  markRun,
  type NewestVersion,
  type RunState,
  type RunView,
  type TaskSelection,
} from "@momiji/core";
import type { LoadedRun } from "@momiji/store";
import type { Outside } from "./outside.ts";

type Decide = (view: RunView, newest: NewestVersion | null) => Act;

/** How often an act is decided anew because somebody else was faster. */
const ATTEMPTS = 5;

/** Of so many runs one is chosen: those that people look at are the latest. */
const LOOKED_AT = 12;

const UNFINISHED: readonly RunState[] = ["queued", "running"];

export class Acts {
  readonly #outside: Outside;
  readonly #graphs = new Map<string, DagGraph>();

  constructor(outside: Outside) {
    this.#outside = outside;
  }

  /** Something happens to some run. */
  async any(): Promise<void> {
    const { random, store } = this.#outside;
    const states = random.chance(0.7) ? { states: UNFINISHED } : {};
    const runs = await store.listRuns({ ...states, limit: LOOKED_AT });
    const run = runs[random.whole(0, LOOKED_AT - 1) % Math.max(1, runs.length)];
    if (run !== undefined) await this.on(run.runKey);
  }

  /** Something happens to this run. */
  async on(runKey: number): Promise<void> {
    const draw = this.#outside.random.next();
    if (draw < 0.04) return this.#delete(runKey);
    await this.#decided(runKey, this.#decision(draw));
  }

  #decision(draw: number): Decide {
    const { random, clock } = this.#outside;
    const now = clock.wall;
    if (draw < 0.55) {
      const flags = { onlyFailed: random.chance(0.2), onlyRunning: random.chance(0.15) };
      const resetDagRuns = random.chance(0.9);
      const select = this.#selection();
      return (view, newest) => clearRun(view, { ...select(view), ...flags, resetDagRuns, newest }, now);
    }
    const state = random.pick(["success", "failed", "skipped"] as const);
    if (draw < 0.85) {
      const select = this.#selection();
      return (view) => {
        const selection = select(view);
        return markInstances(view, { ...selection, tasks: selection.tasks ?? [], state }, now);
      };
    }
    const ofRun = random.pick(["success", "failed", "queued"] as const);
    return (view) => markRun(view, ofRun, now);
  }

  /** Drawn once, so that an act that is decided anew is the same one. */
  #selection(): (view: RunView) => TaskSelection {
    const { random } = this.#outside;
    const flags = { upstream: random.chance(0.3), downstream: random.chance(0.5) };
    const [all, one, place] = [random.chance(0.15), random.chance(0.3), random.next()];
    return ({ graph, instances }) => {
      const instance = instances[Math.floor(place * instances.length)];
      if (all || instance === undefined) return { ...flags, tasks: graph.tasks.map(({ taskId }) => ({ taskId })) };
      const { taskId, mapIndex } = instance;
      return { ...flags, tasks: [one ? { taskId, mapIndex } : { taskId }] };
    };
  }

  async #decided(runKey: number, decide: Decide): Promise<void> {
    const { random, store, clock, audit, trace } = this.#outside;
    const isOnNewest = random.chance(0.3);
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const [loaded] = await store.loadRuns([runKey]);
      if (loaded === undefined) return;
      const { changes } = decide(await this.#viewOf(loaded), isOnNewest ? await this.#newest(loaded) : null);
      if (changes.run === undefined && changes.insert.length + changes.update.length === 0) return;
      const act = { runKey, expectRevision: loaded.run.revision, changes };
      const result = await store.act({ now: clock.wall, runs: [act], events: [] });
      trace.note("act", { act, result });
      if (!result.applied) continue;
      audit.acted(act);
      return;
    }
  }

  async #delete(runKey: number): Promise<void> {
    const { store, clock, audit, trace } = this.#outside;
    const [loaded] = await store.loadRuns([runKey]);
    if (loaded === undefined) return;
    const deleteRuns = [{ runKey, expectRevision: loaded.run.revision }];
    const result = await store.act({ now: clock.wall, deleteRuns, events: [] });
    trace.note("run deleted", { runKey, result });
    if (result.applied) audit.deleted(runKey);
  }

  async #viewOf({ run, instances }: LoadedRun): Promise<RunView> {
    return { graph: await this.#graph(run.dagId, run.dagVersion), run, instances, previous: null };
  }

  async #newest({ run: { dagId } }: LoadedRun): Promise<NewestVersion | null> {
    const [dag] = await this.#outside.store.listDags({ dagIds: [dagId] });
    return dag === undefined ? null : { version: dag.version, graph: await this.#graph(dagId, dag.version) };
  }

  async #graph(dagId: string, version: number): Promise<DagGraph> {
    const key = `${dagId} ${version}`;
    const known = this.#graphs.get(key);
    if (known !== undefined) return known;
    const loaded = await this.#outside.store.loadVersion(dagId, version);
    if (loaded === null) throw new Error(`the store holds no version ${version} of DAG ${dagId}`);
    const graph = buildGraph(loaded.spec);
    this.#graphs.set(key, graph);
    return graph;
  }
}

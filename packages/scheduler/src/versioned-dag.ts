/** One version of a DAG as the loop needs it: spec, graph, bundle. Runs keep the version they began with. */
import { buildGraph, type BundleRef, type DagGraph, type DagSpec, hasCallbacks, type TaskSpec } from "@momiji/core";
import type { DagRecord, Store } from "@momiji/store";

export interface VersionedDag {
  readonly dagId: string;
  readonly version: number;
  readonly spec: DagSpec;
  readonly graph: DagGraph;
  readonly bundle: BundleRef;
  /** As orders carry them: without what they are mapped over, which may be long and is told apart. */
  readonly tasks: ReadonlyMap<string, TaskSpec>;
  /** Ids of the tasks that others are mapped over. */
  readonly mapSources: readonly string[];
  /** Somebody wants to hear of what becomes of its tasks. */
  readonly hasCallbacks: boolean;
  /** Some task asks a person. */
  readonly asksPeople: boolean;
  /** Some template mentions `prev_*`, so the last success must be looked up for its orders. */
  readonly asksForPreviousSuccess: boolean;
}

export class VersionCache {
  readonly #store: Store;
  readonly #versions = new Map<string, VersionedDag>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** The current version of a DAG that was just read. */
  current({ dagId, version, spec, bundle }: DagRecord): VersionedDag {
    return this.#keep(dagId, version, { spec, bundle });
  }

  /** @throws Error if the store does not know the version, which its foreign keys forbid. */
  async load(dagId: string, version: number): Promise<VersionedDag> {
    const known = this.#versions.get(keyOf(dagId, version));
    if (known !== undefined) return known;
    const loaded = await this.#store.loadVersion(dagId, version);
    if (loaded === null) throw new Error(`the store holds a run of ${dagId} version ${version}, but not that version`);
    return this.#keep(dagId, version, loaded);
  }

  /** Forgets all versions of a DAG but those in use. */
  prune(dagId: string, inUse: ReadonlySet<number>): void {
    for (const [key, { dagId: id, version }] of this.#versions)
      if (id === dagId && !inUse.has(version)) this.#versions.delete(key);
  }

  #keep(dagId: string, version: number, { spec, bundle }: { spec: DagSpec; bundle: BundleRef }): VersionedDag {
    const key = keyOf(dagId, version);
    const known = this.#versions.get(key);
    if (known !== undefined) return known;
    const graph = buildGraph(spec);
    const made: VersionedDag = {
      dagId,
      version,
      spec,
      graph,
      bundle,
      tasks: new Map(spec.tasks.map(({ mapping: _, ...task }) => [task.taskId, task])),
      mapSources: graph.tasks.filter(({ mappers }) => mappers.length > 0).map(({ taskId }) => taskId),
      hasCallbacks: hasCallbacks(spec),
      asksPeople: spec.tasks.some(({ input }) => input !== undefined),
      asksForPreviousSuccess: spec.tasks.some((task) => JSON.stringify(task.params ?? {}).includes("prev_")),
    };
    this.#versions.set(key, made);
    return made;
  }
}

function keyOf(dagId: string, version: number): string {
  return `${dagId}\n${version}`;
}

/** Graphs of DAG versions: a version never changes, so each is built once. */
import { buildGraph, type DagGraph } from "@momiji/core";
import type { Store } from "@momiji/store";

/** Graphs kept at most; of the versions that are asked about, few are at a time. */
const KEPT = 200;

export class GraphCache {
  readonly #store: Store;
  readonly #graphs = new Map<string, DagGraph>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** Null: there is no such version. */
  async of(dagId: string, version: number): Promise<DagGraph | null> {
    const key = `${dagId}\n${version}`;
    const known = this.#graphs.get(key);
    if (known !== undefined) return known;
    const loaded = await this.#store.loadVersion(dagId, version);
    if (loaded === null) return null;
    const graph = buildGraph(loaded.spec);
    this.#graphs.set(key, graph);
    const oldest = this.#graphs.size > KEPT ? this.#graphs.keys().next().value : undefined;
    if (oldest !== undefined) this.#graphs.delete(oldest);
    return graph;
  }
}

/** Graphs of DAG versions, built once each: versions never change. */
import { buildGraph, type DagGraph } from "@momiji/core";
import type { DagRecord, Store } from "@momiji/store";

/** As many versions as are asked about at once; the oldest gives way. */
const KEPT = 256;

export class Graphs {
  readonly #store: Store;
  readonly #graphs = new Map<string, DagGraph>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** @throws Error if the store does not know the version, which its foreign keys forbid. */
  async of(dagId: string, version: number): Promise<DagGraph> {
    const known = this.#graphs.get(`${dagId}\n${version}`);
    if (known !== undefined) return known;
    const loaded = await this.#store.loadVersion(dagId, version);
    if (loaded === null) throw new Error(`the store holds no version ${version} of DAG ${dagId}`);
    return this.#keep(dagId, version, buildGraph(loaded.spec));
  }

  /** Of the newest version of a DAG. */
  current({ dagId, version, spec }: DagRecord): DagGraph {
    return this.#graphs.get(`${dagId}\n${version}`) ?? this.#keep(dagId, version, buildGraph(spec));
  }

  #keep(dagId: string, version: number, graph: DagGraph): DagGraph {
    const [oldest] = this.#graphs.keys();
    if (this.#graphs.size >= KEPT && oldest !== undefined) this.#graphs.delete(oldest);
    this.#graphs.set(`${dagId}\n${version}`, graph);
    return graph;
  }
}

/** DAG versions with their graphs, built once each: versions never change. */
import { buildGraph, type DagGraph, type Micros } from "@momiji/core";
import type { DagRecord, Store } from "@momiji/store";

/** As many versions as are asked about at once; the oldest gives way. */
const KEPT = 1_024;

/** A version of a DAG: what an answer about its runs and task instances needs of it. */
export interface KnownVersion {
  readonly dagId: string;
  readonly version: number;
  readonly bundleHash: string;
  readonly createdAt: Micros;
  readonly graph: DagGraph;
}

export class Graphs {
  readonly #store: Store;
  readonly #versions = new Map<string, KnownVersion>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** @throws Error if the store does not know the version, which its foreign keys forbid. */
  async of(dagId: string, version: number): Promise<DagGraph> {
    return (await this.version(dagId, version)).graph;
  }

  /** @throws Error if the store does not know the version, which its foreign keys forbid. */
  async version(dagId: string, version: number): Promise<KnownVersion> {
    const name = `${dagId}\n${version}`;
    const known = this.#versions.get(name);
    if (known !== undefined) return known;
    const loaded = await this.#store.loadVersion(dagId, version);
    if (loaded === null) throw new Error(`the store holds no version ${version} of DAG ${dagId}`);
    const { spec, bundle, createdAt } = loaded;
    const [oldest] = this.#versions.keys();
    if (this.#versions.size >= KEPT && oldest !== undefined) this.#versions.delete(oldest);
    const found = { dagId, version, bundleHash: bundle.hash, createdAt, graph: buildGraph(spec) };
    this.#versions.set(name, found);
    return found;
  }

  /** Of the newest version of a DAG. */
  async current({ dagId, version }: DagRecord): Promise<DagGraph> {
    return this.of(dagId, version);
  }
}

/** What is made of the documents of DAGs, which are read once for each version of them. */
import type { DagSpec } from "@momiji/core";
import type { DagMark, Store } from "@momiji/store";

interface Known<Made> {
  readonly version: number;
  readonly made: Made;
}

export class PerVersion<Made> {
  readonly #store: Pick<Store, "listDags">;
  readonly #make: (spec: DagSpec) => Made;
  readonly #known = new Map<string, Known<Made>>();

  constructor(store: Pick<Store, "listDags">, make: (spec: DagSpec) => Made) {
    this.#store = store;
    this.#make = make;
  }

  /** Reads those whose version is not known yet. */
  async learn(marks: readonly DagMark[]): Promise<void> {
    const unknown = marks.filter(({ dagId, version }) => this.#known.get(dagId)?.version !== version);
    if (unknown.length === 0) return;
    const dagIds = unknown.map(({ dagId }) => dagId);
    for (const { dagId, version, spec } of await this.#store.listDags({ dagIds, includeInactive: true }))
      this.#known.set(dagId, { version, made: this.#make(spec) });
  }

  /** Undefined: it was not learned. */
  of(dagId: string): Made | undefined {
    return this.#known.get(dagId)?.made;
  }
}

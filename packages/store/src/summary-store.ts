/** Numbers and names over many DAGs at once, limited to those that whoever asks may see. */
import type { Micros, RunState } from "@momiji/core";
import type { DagScope } from "./dag-scope.ts";
import type { TextMatch } from "./list-store.ts";

export interface RunCount {
  readonly dagId: string;
  readonly displayName: string;
  readonly state: RunState;
  readonly count: number;
}

export interface SummaryStore {
  /** The tags of the DAGs that are in their files, each once, in the order of their names. */
  listTags(request: {
    readonly name?: TextMatch;
    readonly descending?: boolean;
    readonly limit: number;
    readonly offset: number;
    readonly scope: DagScope;
  }): Promise<{ readonly tags: readonly string[]; readonly total: number }>;
  /** By DAG and state; a pair that no run has is not in it. `since`: only runs that are due from then on. */
  countRunsByState(request: {
    readonly dagIds?: readonly string[];
    readonly since?: Micros;
    readonly scope: DagScope;
  }): Promise<readonly RunCount[]>;
}

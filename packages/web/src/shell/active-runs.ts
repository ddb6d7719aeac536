/** How many runs go on and wait: a snapshot of the server, and every change since. */
import type { LiveEvent } from "@momiji/client";
import type { ShellAnswer } from "../api/shell-query.ts";
import { isBefore } from "../live/sequence.ts";

export interface StateCounts {
  readonly running: number;
  readonly queued: number;
}

export interface ActiveCounts extends StateCounts {
  /** There are more than were told by name: these are at least so many. */
  readonly isMore: boolean;
  /** By DAG; of one that is not there none is active. */
  readonly dags: ReadonlyMap<string, StateCounts>;
}

/** Events that came while the snapshot was under way; older ones are in it. */
const MOST_KEPT = 500;

const ACTIVE = new Set(["r", "q"]);

export class ActiveRuns {
  readonly #states = new Map<string, string>();
  #early: LiveEvent[] = [];
  #seq: string | null = null;
  #isMore = false;

  begin({ active, seq }: Pick<ShellAnswer, "active" | "seq">): void {
    this.#states.clear();
    for (const [dagId, runId, letter] of active.runs) this.#states.set(nameOf(dagId, runId), letter);
    this.#isMore = active.total > active.runs.length;
    this.#seq = seq;
    const early = this.#early;
    this.#early = [];
    for (const event of early) this.take(event);
  }

  /** @returns whether the counts may be others now */
  take(event: LiveEvent): boolean {
    if (event.event !== "run") return false;
    if (this.#seq === null) {
      this.#early = [...this.#early, event].slice(-MOST_KEPT);
      return false;
    }
    if (isBefore(event.seq, this.#seq)) return false;
    const { d = "", r = "", s = "" } = event.data;
    const name = nameOf(d, r);
    const before = this.#states.get(name);
    if (ACTIVE.has(s)) this.#states.set(name, s);
    else this.#states.delete(name);
    return before !== this.#states.get(name);
  }

  get counts(): ActiveCounts {
    const byDag = Map.groupBy(this.#states, ([name]) => name.slice(0, name.indexOf("\n")));
    const dags = new Map([...byDag].map(([dagId, runs]) => [dagId, countsOf(runs.map(([, letter]) => letter))]));
    return { ...countsOf([...this.#states.values()]), isMore: this.#isMore, dags };
  }
}

function countsOf(letters: readonly string[]): StateCounts {
  const running = letters.filter((letter) => letter === "r").length;
  return { running, queued: letters.length - running };
}

function nameOf(dagId: string, runId: string): string {
  return `${dagId}\n${runId}`;
}

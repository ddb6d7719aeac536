/** Airflow's `wait`: a line about a run each so many seconds until it has ended, the last one with what its tasks returned. */
import { type Clock, type DagRun, isRunFinished, type Json, maskJson, type Micros, RETURN_VALUE } from "@momiji/core";
import type { Store } from "@momiji/store";
import type { KeyRing } from "./settings/key-ring.ts";
import { KnownSecrets } from "./settings/known-secrets.ts";

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
  readonly keys: KeyRing;
}

interface Waiting {
  readonly seconds: number;
  /** Tasks whose return values are wanted. */
  readonly taskIds: readonly string[];
  readonly signal: AbortSignal;
}

/** Ends early when the run is deleted, or nobody listens any more. The end itself is told at once, not at the next interval. */
export async function* linesUntilEnd(deps: Deps, first: DagRun, waiting: Waiting): AsyncGenerator<string> {
  const { store, clock } = deps;
  const bell = new Bell();
  const unsubscribe = store.subscribe((notice) => {
    if (notice.kind === "runs" && notice.dagIds.includes(first.dagId)) bell.ring();
  });
  waiting.signal.addEventListener("abort", () => bell.ring());
  try {
    for (let run: DagRun | undefined = first; run !== undefined;) {
      yield `${JSON.stringify(await lineOf(deps, run, waiting.taskIds))}\n`;
      if (isRunFinished(run.state)) return;
      const due = clock.now() + waiting.seconds * 1_000_000;
      do {
        await bell.rungBefore(clock, due);
        if (waiting.signal.aborted) return;
        [run] = (await store.loadRuns([first.runKey])).map((loaded) => loaded.run);
      } while (run !== undefined && !isRunFinished(run.state) && clock.now() < due);
    }
  } finally {
    unsubscribe();
  }
}

async function lineOf({ store, keys }: Deps, run: DagRun, taskIds: readonly string[]) {
  const { state, startDate, endDate } = run;
  const duration = startDate === null || endDate === null ? {} : { duration: (endDate - startDate) / 1_000_000 };
  if (!isRunFinished(state) || taskIds.length === 0) return { state, ...duration };
  const masker = await new KnownSecrets(store, keys).masker();
  const results: { [taskId: string]: Json } = {};
  for (const taskId of taskIds) {
    const names = (await store.listXComNames(run.runKey, taskId)).filter(({ key }) => key === RETURN_VALUE);
    const values = await store.getXComs(names.map((name) => ({ runKey: run.runKey, ...name })));
    const shown = values.map((value) => maskJson("", value ?? null, [masker]));
    const isMapped = names.some(({ mapIndex }) => mapIndex >= 0);
    results[taskId] = isMapped ? shown : (shown[0] ?? null);
  }
  return { state, ...duration, results };
}

/** A bell that remembers that it rang while nobody listened, and rings by itself when the time is up. */
class Bell {
  #rang = false;
  #wake: (() => void) | null = null;

  ring(): void {
    this.#rang = true;
    this.#wake?.();
  }

  async rungBefore(clock: Clock, due: Micros): Promise<void> {
    const cancel = clock.setTimer(due, () => this.ring());
    if (!this.#rang) await new Promise<void>((resolve) => (this.#wake = resolve));
    cancel();
    this.#wake = null;
    this.#rang = false;
  }
}

/** Says on the error stream which tasks of a run wait for their next try: it may be hours away. */
import { instanceName, isoZ, type TaskInstance } from "@momiji/core";
import type { Store } from "@momiji/store";
import type { CommandContext } from "../context.ts";

interface Followed {
  readonly store: Store;
  readonly dagId: string;
  readonly runId: string;
}

/** The result stops it once what it has begun to look at is told. */
export function tellRetries({ warn }: CommandContext, { store, dagId, runId }: Followed): () => Promise<void> {
  const told = new Set<string>();
  let looking = Promise.resolve();
  const look = async (): Promise<void> => {
    for (const instance of (await store.findRun(dagId, runId))?.instances ?? []) {
      const words = waitOf(instance);
      if (words === null || told.has(words)) continue;
      told.add(words);
      warn(words);
    }
  };
  const unsubscribe = store.subscribe(({ kind }) => {
    if (kind === "runs") looking = looking.then(look);
  });
  return async () => {
    unsubscribe();
    await looking;
  };
}

function waitOf(instance: TaskInstance): string | null {
  const { state, tryNumber, maxTries, resumeAt } = instance;
  if (state !== "up_for_retry" || resumeAt === null) return null;
  return `${instanceName(instance)} failed in try ${tryNumber} of ${maxTries + 1}; the next one begins at ${isoZ(resumeAt)} (Ctrl-C ends the run)\n`;
}

/** Answers of people: one that was taken is what its task came to, if nobody has overruled it since. */
import { instanceName, type Json, RETURN_VALUE } from "@momiji/core";
import { allDags, type InputDetail, type LoadedRun, type Store } from "@momiji/store";
import type { Ledger } from "../ledger.ts";

export async function answerViolations(store: Store, ledger: Ledger, runs: readonly LoadedRun[]): Promise<string[]> {
  const found: string[] = [];
  const { details } = await store.listInputs({ scope: allDags, limit: 1_000_000 });
  for (const detail of details) {
    const instance = runs
      .find(({ run }) => run.runKey === detail.runKey)
      ?.instances.find(({ attemptId }) => attemptId === detail.attemptId);
    if (detail.answer === null || instance?.state !== "success") continue;
    if (ledger.of(detail.attemptId)?.isOverruled !== false) continue;
    const [value] = await store.getXComs([{ ...keyOf(detail), key: RETURN_VALUE }]);
    if (chosenIn(value) !== detail.answer.chosenOptions.join())
      found.push(`${detail.runId} ${instanceName(detail)}: its value is not the answer that was taken`);
  }
  return found;
}

function keyOf({ runKey, taskId, mapIndex }: InputDetail) {
  return { runKey, taskId, mapIndex };
}

function chosenIn(value: Json | undefined): string | null {
  const { chosen_options: chosen } = (value ?? {}) as { readonly chosen_options?: readonly string[] };
  return chosen?.join() ?? null;
}

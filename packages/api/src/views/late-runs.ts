/** Runs that have missed their deadline, with what each waits for now. */
import { type DeadlineRecord, isRunFinished } from "@momiji/core";
import type { Explainer } from "../explain/explainer.ts";
import { presentInstant } from "../present.ts";

/** Runs whose reason is looked up. */
const EXPLAINED = 10;

export function presentLate(missed: readonly DeadlineRecord[], explainer: Pick<Explainer, "run">) {
  return Promise.all(
    missed.map(async ({ dagId, runId, name, dueAt }, at) => {
      const why = at < EXPLAINED ? await whyLate(explainer, { dagId, runId }) : null;
      return { dagId, runId, name, due: presentInstant(dueAt), why };
    }),
  );
}

/** Null: nothing holds it, or it has ended since the list was read. */
async function whyLate(explainer: Pick<Explainer, "run">, run: { readonly dagId: string; readonly runId: string }) {
  // A run may have been deleted since the list was read.
  const found = await explainer.run(run.dagId, run.runId).catch(() => null);
  return found === null || isRunFinished(found.run.state) ? null : (found.reasons[0] ?? null);
}

/** Callbacks: each is asked for with the change that it speaks of, and delivered at least once or given up in the open. */
import { type CallbackEvent, callbacksOfTask, instanceName, isHeldByWorker, MAX_DELIVERIES } from "@momiji/core";
import { allDags, type Store } from "@momiji/store";
import type { Ledger } from "../ledger.ts";
import type { Written } from "./shadow.ts";

/** What is missing beside one written row, in words. */
export function* unaskedCallbacks({ run, before, after, commit }: Written): Iterable<string> {
  const task = run.graph.tasks[run.graph.indexOf.get(after.taskId) ?? -1];
  const event = eventOf(after.outcome?.kind, after.state);
  if (task === undefined || event === null || before === null || !isHeldByWorker(before.state)) return;
  const wanted = callbacksOfTask(task.spec, event).length;
  const asked = (commit.callbacks ?? []).filter(
    ({ taskId, facts }) =>
      taskId === after.taskId && facts.event === event && facts.instance?.attemptId === after.attemptId,
  ).length;
  if (asked !== wanted)
    yield `${run.run.runId} ${instanceName(after)}: ${asked} of ${wanted} callbacks ${event} are asked for`;
}

/** By the word of a worker, not by a decision of the engine's own. */
function eventOf(outcome: string | undefined, state: string | null): CallbackEvent | null {
  if (outcome === "success" && state === "success") return "on_success";
  if (outcome === "skipped" && state === "skipped") return "on_skipped";
  return outcome === "failed" && state === "failed" ? "on_failure" : null;
}

/** Once everything has come to rest; `asked`: those that there must be. */
export async function callbackViolations(store: Store, ledger: Ledger, asked: readonly string[]): Promise<string[]> {
  const records = await store.listCallbacks({ scope: allDags, limit: 1_000_000 });
  const known = new Set(records.map(({ id }) => id));
  const found = asked.filter((id) => !known.has(id)).map((id) => `callback ${id} was asked for, and is nowhere`);
  for (const { id, state, deliveries, message } of records) {
    const told = ledger.deliveriesOf(id);
    if (state === "queued" || state === "pending") found.push(`callback ${id} is ${state} for ever`);
    if (state === "success" && told === 0) found.push(`callback ${id} counts as delivered, and was not`);
    const isGivenUp = deliveries >= MAX_DELIVERIES || message === FINAL;
    if (state === "failed" && !isGivenUp) found.push(`callback ${id} was given up after ${deliveries} deliveries`);
  }
  return found;
}

/** What a delivery that says that trying again is no use says. */
const FINAL = "no luck for ever";

/** What an attempt is given of others: each value must be that of a success in its own run. */
import { type AttemptOrder, instanceName, type Json } from "@momiji/core";
import type { Ledger } from "../ledger.ts";
import { attemptOfValue } from "../task-behaviour.ts";
import type { ShadowRun } from "./shadow.ts";

/** What is wrong with what an order brings along, in words. */
export function* handedViolations(order: AttemptOrder, run: ShadowRun, ledger: Ledger): Iterable<string> {
  const { attemptId, inputs, mapped, mapIndex } = order;
  const name = `${run.run.runId} ${instanceName({ taskId: order.task.taskId, mapIndex })}, attempt ${attemptId}`;
  for (const value of textsIn([inputs, (mapped ?? null) as Json])) {
    const source = attemptOfValue(value);
    if (!source.startsWith("attempt-")) continue;
    const deed = ledger.of(source);
    if (deed === undefined || deed.succeeded === 0) yield `${name} is given ${value}, which no success has returned`;
    else if (deed.order.run.runKey !== run.run.runKey) yield `${name} is given ${value} of another run`;
  }
  // Only somebody who had a task run again can have made the list shorter.
  if (mapped === null && run.lives.size === 0) yield `${name} is mapped over nothing`;
}

function* textsIn(value: Json): Iterable<string> {
  if (typeof value === "string") yield value;
  else if (typeof value === "object" && value !== null) for (const each of Object.values(value)) yield* textsIn(each);
}

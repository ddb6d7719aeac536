/**
 * What a mapped instance is called for people (`mapIndexTemplate`). As in Airflow it is rendered before the code runs, so that
 * it stands beside what runs, and once more afterwards, so that it may speak of what came out.
 */
import { type AttemptOrder, type AttemptOutcome, RETURN_VALUE } from "@momiji/core";
import type { Attempt } from "./attempt.ts";
import { ownXComsFirst } from "./own-xcoms.ts";
import { type Rendering, renderText } from "./render-params.ts";
import type { FinishedEvent } from "./state/outcome-spool.ts";

/** Undefined: it is called by its map index. */
export function labelTemplate({ mapIndex, task }: AttemptOrder): string | undefined {
  return mapIndex < 0 ? undefined : task.mapIndexTemplate;
}

/** Before the code runs. What cannot be rendered yet may be afterwards: nothing is said of it. */
export async function labelBefore(attempt: Attempt, template: string, rendering: Rendering): Promise<void> {
  attempt.label = await renderText(attempt.order, template, rendering).catch(() => undefined);
}

/**
 * With what the code gave: `result`, and the XComs of the instance. A label that cannot be rendered fails nothing. After a
 * failure nothing is said of it either, since what failed may be why.
 */
export async function labelAfter(
  attempt: Attempt,
  event: FinishedEvent,
  { template, rendering }: { readonly template: string; readonly rendering: Rendering },
): Promise<FinishedEvent> {
  const { outcome, xcoms = [] } = event;
  if (!hasRun(outcome)) return event;
  const values = new Map([...attempt.pushed, ...xcoms.map(({ key, value }) => [key, value] as const)]);
  const names = outcome.kind === "success" ? { result: values.get(RETURN_VALUE) ?? null } : {};
  const ask = ownXComsFirst(attempt.order, values, rendering.ask);
  try {
    const label = await renderText(attempt.order, template, { ...rendering, ask, names });
    return label === attempt.label ? event : { ...event, renderedMapIndex: label };
  } catch (error) {
    if (outcome.kind === "success")
      attempt.log.say("warning", `mapIndexTemplate gave no label: ${(error as Error).message}`);
    return event;
  }
}

function hasRun({ kind }: AttemptOutcome): boolean {
  return kind === "success" || kind === "failed" || kind === "skipped";
}

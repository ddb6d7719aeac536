/** After a run without a server: waits until its callbacks are done, and prints what they said. */
import { MILLISECOND, SECOND } from "@momiji/core";
import { allDags, type Store } from "@momiji/store";
import { callbackLogPath, readLog } from "@momiji/worker";
import type { CommandContext } from "../context.ts";

/** What is not done by then is left: nobody will deliver it later. */
const PATIENCE = 30 * SECOND;
const LOOK_AGAIN = 50 * MILLISECOND;

export async function printCallbacks(
  context: CommandContext,
  { store, folder }: { readonly store: Store; readonly folder: string },
): Promise<void> {
  const { clock } = context;
  const until = clock.now() + PATIENCE;
  while (clock.now() < until && (await store.listCallbacks({ scope: allDags, states: ["queued"] })).length > 0)
    await new Promise<void>((resolve) => clock.setTimer(clock.now() + LOOK_AGAIN, resolve));
  for (const record of (await store.listCallbacks({ scope: allDags })).toReversed()) {
    const { dagId, runId, taskId, ordinal, facts, state, message } = record;
    const { taskId: about = "", mapIndex = -1, tryNumber = 0 } = facts.instance ?? {};
    const path = callbackLogPath(
      folder,
      { dagId, runId, taskId: about, mapIndex, tryNumber },
      { taskId, ordinal, event: facts.event },
    );
    const head = `[${taskId ?? dagId} ${facts.event}]`;
    for await (const batch of readLog(path)) context.print(batch.map((line) => `${head} ${line.message}\n`).join(""));
    if (state !== "success") context.print(`${head} ${state}${message === null ? "" : `: ${message}`}\n`);
  }
}

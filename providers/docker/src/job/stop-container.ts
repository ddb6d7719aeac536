/** Asks a container to stop; the engine kills it when its grace is over. */
import type { JobContext } from "@momiji/sdk";
import { isGone } from "../docker-error.ts";
import type { EngineClient } from "../engine/engine-client.ts";
import type { RunParams } from "../run-params.ts";

export interface StoppedContainer {
  readonly engine: EngineClient;
  readonly id: string;
  readonly params: RunParams;
}

/** Time for the engine to kill it and to answer, after the grace. */
const AFTER_GRACE_MILLIS = 60_000;

/** Resolves when it no longer runs, also if there is none. */
export async function stopContainer(ctx: JobContext, { engine, id, params }: StoppedContainer): Promise<void> {
  const graceSeconds = Math.ceil(params.stopGraceSeconds ?? ctx.graceMillis / 1000);
  try {
    await engine.call("POST", `/containers/${id}/stop`, {
      query: { t: graceSeconds },
      signal: ctx.signal,
      timeoutMillis: graceSeconds * 1000 + AFTER_GRACE_MILLIS,
    });
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

/** Stops the container of an attempt, and removes what is left of it. */
import type { CancelledJob, EndedJob, JobContext } from "@momiji/sdk";
import { ATTEMPT_LABEL } from "../container/container-name.ts";
import { EngineRefusal, isGone } from "../docker-error.ts";
import type { EngineClient } from "../engine/engine-client.ts";
import { engineAt, findEngine } from "../engine/find-engine.ts";
import { inTurn } from "../engine/turns.ts";
import type { ContainerHandle, RunParams } from "../run-params.ts";
import { stopContainer } from "./stop-container.ts";

interface Listed {
  readonly Id: string;
  readonly State: string;
}

/** With no handle whatever bears the attempt's label; one that was never started is of no use to anybody. */
export async function cancel(ctx: JobContext, job: CancelledJob<RunParams, ContainerHandle>): Promise<void> {
  const { engine, containers } = await containersOf(ctx, job);
  for (const { Id, State } of containers) {
    if (State === "created") await removeContainer(ctx, engine, Id);
    else await stopContainer(ctx, { engine, id: Id, params: job.params });
  }
}

/** As `autoRemove` says; volumes without a name go with it. */
export async function release(ctx: JobContext, job: EndedJob<RunParams, ContainerHandle>): Promise<void> {
  const { autoRemove = "never" } = job.params;
  const isGood = job.outcome === "success" || job.outcome === "skipped";
  if (autoRemove === "never" || (autoRemove === "success" && !isGood)) return;
  const { engine, containers } = await containersOf(ctx, job);
  const { params } = job;
  for (const { Id } of containers) await inTurn(ctx, { engine, params }, () => removeContainer(ctx, engine, Id));
}

interface Found {
  readonly engine: EngineClient;
  readonly containers: readonly Listed[];
}

async function containersOf(ctx: JobContext, job: CancelledJob<RunParams, ContainerHandle>): Promise<Found> {
  const { params, handle } = job;
  if (handle !== null) {
    const engine = await engineAt(ctx, params, handle.host);
    return { engine, containers: [{ Id: handle.id, State: "" }] };
  }
  const engine = await findEngine(ctx, params);
  const filters = JSON.stringify({ label: [`${ATTEMPT_LABEL}=${ctx.attemptId}`] });
  const query = { all: true, filters };
  return { engine, containers: await engine.call<Listed[]>("GET", "/containers/json", { query, signal: ctx.signal }) };
}

async function removeContainer(ctx: JobContext, engine: EngineClient, id: string): Promise<void> {
  try {
    await engine.call("DELETE", `/containers/${id}`, { query: { force: true, v: true }, signal: ctx.signal });
  } catch (error) {
    const isUnderWay = error instanceof EngineRefusal && error.status === 409;
    if (!isGone(error) && !isUnderWay) throw error;
  }
}

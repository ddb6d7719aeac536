/**
 * `emulate: "docker"` of operators of clusters: their job as a container of this machine's engine, so that a DAG can be tried
 * before there is a cluster. Such an operator wraps itself with `emulatable`; what it cannot have here is said, loudly.
 */
import type { Json } from "@momiji/core";
import type { JobContext, JobOperatorDefinition, PreflightCheck, PreflightContext } from "@momiji/sdk";
import type { ContainerHandle, RunParams } from "./run-params.ts";

export type { RunParams } from "./run-params.ts";

/** A param of every operator that can. */
export interface Emulated {
  readonly emulate?: "docker";
}

/** One container in the place of a job of a cluster. */
export interface EmulatedJob {
  /** What it stands for, in words: `a pod of Kubernetes`. */
  readonly insteadOf: string;
  readonly run: RunParams;
  /** What of the job there is not here, each in words. */
  readonly leftOut: readonly string[];
}

/** Before a run there is no attempt. What it throws is the attempt's failure. */
export type Emulation<Params> = (
  ctx: JobContext | PreflightContext,
  params: Params,
) => EmulatedJob | Promise<EmulatedJob>;

/** The operator itself, unless its params say that it is to be emulated. Code of Docker is loaded only then. */
export function emulatable<Params extends Emulated, Handle extends Json>(
  job: JobOperatorDefinition<Params, Handle>,
  emulation: Emulation<Params>,
): JobOperatorDefinition<Params, Handle> {
  return {
    ...job,
    launch: async (ctx, params) =>
      params.emulate === undefined
        ? job.launch(ctx, params)
        : asHandle(await launch(ctx, await emulation(ctx, params))),
    async follow(ctx, { params, handle }) {
      if (params.emulate === undefined) return job.follow(ctx, { params, handle });
      const { run } = await emulation(ctx, params);
      return (await docker()).follow(ctx, { params: run, handle: asContainer(handle) });
    },
    async cancel(ctx, { params, handle }) {
      if (params.emulate === undefined) return job.cancel(ctx, { params, handle });
      const { run } = await emulation(ctx, params);
      return (await docker()).cancel(ctx, { params: run, handle: handle === null ? null : asContainer(handle) });
    },
    async release(ctx, { params, handle, outcome }) {
      if (params.emulate === undefined) return job.release?.(ctx, { params, handle, outcome });
      const { run } = await emulation(ctx, params);
      return (await docker()).release?.(ctx, {
        params: run,
        handle: handle === null ? null : asContainer(handle),
        outcome,
      });
    },
    async *preflight(ctx, params) {
      if (params.emulate === undefined) return yield* job.preflight?.(ctx, params) ?? [];
      const emulated = await emulation(ctx, params);
      yield check(emulated);
      yield* (await docker()).preflight?.(ctx, emulated.run) ?? [];
    },
  };
}

/** Whose handle it is says the param `emulate`, which an attempt's jobs share. */
function asHandle<Handle extends Json>(handle: ContainerHandle): Handle {
  return handle as Json as Handle;
}

function asContainer(handle: Json): ContainerHandle {
  return handle as ContainerHandle;
}

async function docker() {
  return (await import("./docker-job.ts")).dockerRunJob;
}

async function launch(ctx: JobContext, job: EmulatedJob): Promise<ContainerHandle> {
  const { run, leftOut } = job;
  ctx.say(`EMULATED: ${words(job)}`, "warning");
  for (const what of leftOut) ctx.say(`EMULATED, without ${what}`, "warning");
  return await (await docker()).launch(ctx, run);
}

function check(job: EmulatedJob): PreflightCheck {
  const detail = job.leftOut.length === 0 ? {} : { detail: `without ${job.leftOut.join("; without ")}` };
  return { code: "emulated", title: words(job), verdict: "warning", ...detail };
}

function words({ insteadOf, run }: EmulatedJob): string {
  return `this is a container of ${run.image} on the Docker engine here, not ${insteadOf} (emulate: "docker")`;
}

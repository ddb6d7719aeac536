/** Follows a container to its end, through restarts of its engine. */
import type { JobContext, JobEnd, LaunchedJob } from "@momiji/sdk";
import { DockerError, isGone, isTrouble } from "../docker-error.ts";
import type { EngineClient } from "../engine/engine-client.ts";
import { type ContainerFacts, type EngineInfo, hasEnded } from "../engine/engine-types.ts";
import { engineAt } from "../engine/find-engine.ts";
import type { ContainerHandle, RunParams } from "../run-params.ts";
import { ContainerLog, isUnreadable } from "./container-log.ts";
import { jobFailure } from "./failure.ts";
import { HealthWatch } from "./health-watch.ts";
import type { EndedContainer } from "./ended-container.ts";
import { endOf } from "./job-end.ts";
import { Patience } from "./patience.ts";

type Job = LaunchedJob<RunParams, ContainerHandle>;

/**
 * A log that says nothing for so long is no proof that the container runs, or that anybody is at the other end; one that still comes is
 * read to its end, however long ago the container has ended.
 */
const LOOK_EVERY_MILLIS = 15_000;
const LOOK_AT_HEALTH_EVERY_MILLIS = 1000;

export async function follow(ctx: JobContext, job: Job): Promise<JobEnd> {
  const engine = await engineAt(ctx, job.params, job.handle.host);
  try {
    return await new Following(ctx, job, engine).toTheEnd();
  } catch (error) {
    if (ctx.signal.aborted) return { outcome: { kind: "cancelled", message: "nobody waits for it any more" } };
    throw jobFailure(error, false);
  }
}

class Following {
  readonly #ctx: JobContext;
  readonly #job: Job;
  readonly #engine: EngineClient;
  readonly #patience: Patience;
  readonly #health: HealthWatch;
  #log: ContainerLog | null = null;
  #isLogReadable = true;

  constructor(ctx: JobContext, job: Job, engine: EngineClient) {
    this.#ctx = ctx;
    this.#job = job;
    this.#engine = engine;
    this.#patience = new Patience(ctx, job.params.reconnectTimeoutSeconds);
    this.#health = new HealthWatch(ctx, engine, job);
  }

  async toTheEnd(): Promise<JobEnd> {
    for (;;) {
      try {
        const end = await this.#once();
        if (end !== null) return end;
        // The log ended although the container runs: its engine is about to go, or has just come.
        await this.#patience.pause();
      } catch (error) {
        if (isGone(error)) return await this.#gone();
        if (!isTrouble(error)) throw error;
        await this.#patience.wait(error as DockerError);
      }
    }
  }

  /** Null: it still runs. */
  async #once(): Promise<JobEnd | null> {
    const before = await this.#look();
    this.#log ??= new ContainerLog(this.#ctx, {
      engine: this.#engine,
      id: this.#job.handle.id,
      tty: before.Config.Tty,
    });
    if (before.State.Status === "created") await this.#start();
    if (!hasEnded(before.State)) await this.#watch(this.#log);
    const facts = await this.#look();
    if (!hasEnded(facts.State)) return null;
    const log = this.#log;
    if (this.#isLogReadable) await this.#read(() => log.rest());
    return this.#health.failure ?? (await endOf(this.#ctx, this.#ended(facts)));
  }

  async #look(): Promise<ContainerFacts> {
    const path = `/containers/${this.#job.handle.id}/json`;
    const facts = await this.#engine.call<ContainerFacts>("GET", path, { signal: this.#ctx.signal });
    this.#patience.calm();
    return facts;
  }

  /** An engine that went down between creating and starting it. */
  async #start(): Promise<void> {
    await this.#engine.call("POST", `/containers/${this.#job.handle.id}/start`, { signal: this.#ctx.signal });
  }

  /** Until the log ends, the container does, or the engine goes. */
  async #watch(log: ContainerLog): Promise<void> {
    let cut: (() => void) | null = null;
    let chunks = -1;
    const look = async (): Promise<void> => {
      try {
        const facts = await this.#look();
        await this.#health.look(facts);
        if (hasEnded(facts.State) && log.chunks === chunks) cut?.();
        chunks = log.chunks;
      } catch {
        // Told by the next look, which comes with this.
        cut?.();
      }
    };
    const every = this.#health.isWanted ? LOOK_AT_HEALTH_EVERY_MILLIS : LOOK_EVERY_MILLIS;
    const timer = setInterval(() => void look(), every);
    try {
      if (this.#isLogReadable) await this.#read(() => log.follow((end) => (cut = end)));
      else await this.#waitForEnd();
    } finally {
      clearInterval(timer);
    }
  }

  async #read(read: () => Promise<void>): Promise<void> {
    try {
      await read();
    } catch (error) {
      if (!isUnreadable(error)) throw error;
      this.#isLogReadable = false;
      this.#ctx.say(`the container's log cannot be read: ${error.message}`, "warning");
    }
  }

  /** In parts, so that an engine that has vanished is noticed. */
  async #waitForEnd(): Promise<void> {
    const path = `/containers/${this.#job.handle.id}/wait`;
    const signal = AbortSignal.any([this.#ctx.signal, AbortSignal.timeout(LOOK_EVERY_MILLIS)]);
    try {
      await this.#engine.call("POST", path, { signal, timeoutMillis: 2 * LOOK_EVERY_MILLIS });
    } catch (error) {
      if (this.#ctx.signal.aborted || !signal.aborted) throw error;
    }
  }

  #ended(facts: ContainerFacts): EndedContainer {
    const { handle, params } = this.#job;
    return { engine: this.#engine, id: handle.id, facts, params, wasAway: this.#patience.wasTried };
  }

  async #gone(): Promise<JobEnd> {
    const { name, id, host, engine } = this.#job.handle;
    const what = `the container ${name} (${id.slice(0, 12)})`;
    const { ID, Name } = await this.#engine.call<EngineInfo>("GET", "/info", { signal: this.#ctx.signal });
    const words =
      ID === engine
        ? `${what} is gone: somebody removed it from ${host} while it was followed`
        : `${what} is not on the engine that answers at ${host} now (${Name}): it was started on another one`;
    throw new DockerError("job_gone", words);
  }
}

/** What the engine's check inside the container says: told to people, and the attempt's end if it must be healthy. */
import { Temporal } from "@momiji/core";
import type { JobContext, JobEnd, LaunchedJob } from "@momiji/sdk";
import type { EngineClient } from "../engine/engine-client.ts";
import type { ContainerFacts } from "../engine/engine-types.ts";
import type { ContainerHandle, RunParams } from "../run-params.ts";
import { stopContainer } from "./stop-container.ts";

export class HealthWatch {
  readonly #ctx: JobContext;
  readonly #engine: EngineClient;
  readonly #job: LaunchedJob<RunParams, ContainerHandle>;
  #status = "starting";
  #failure: JobEnd | null = null;

  constructor(ctx: JobContext, engine: EngineClient, job: LaunchedJob<RunParams, ContainerHandle>) {
    this.#ctx = ctx;
    this.#engine = engine;
    this.#job = job;
  }

  get isWanted(): boolean {
    return this.#job.params.healthcheck !== undefined;
  }

  /** Once it was stopped for its health. */
  get failure(): JobEnd | null {
    return this.#failure;
  }

  async look({ State }: ContainerFacts): Promise<void> {
    const { Status: status = "starting", Log } = State.Health ?? {};
    const within = this.#job.params.healthcheck?.healthyWithinSeconds;
    if (!this.isWanted || this.#failure !== null || !State.Running) return;
    if (status !== this.#status)
      this.#ctx.say(`the container is ${status}`, status === "unhealthy" ? "warning" : "info");
    this.#status = status;
    if (within === undefined || status === "healthy") return;
    const seconds = this.#ctx.now().since(Temporal.Instant.from(State.StartedAt)).total("seconds");
    if (status !== "unhealthy" && seconds < within) return;
    const words =
      status === "unhealthy" ? "the container is unhealthy" : `the container was not healthy within ${within} s`;
    const detail = Log?.at(-1)?.Output.trim() ?? "";
    this.#failure = {
      outcome: {
        kind: "failed",
        code: "unhealthy",
        message: words,
        retryable: true,
        ...(detail === "" ? {} : { detail }),
      },
    };
    await stopContainer(this.#ctx, { engine: this.#engine, id: this.#job.handle.id, params: this.#job.params });
  }
}

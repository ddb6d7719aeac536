/** What `dockerRun` takes: everything of Airflow's `DockerOperator`, and what `docker run` has besides. */
import type { DurationInput, TaskOptions } from "@momiji/sdk";
import type { RunParams } from "./run-params.ts";

/** Options whose value is an amount of time. */
export interface DockerDurations {
  /** Time between asking the container to stop and killing it. Default: the worker's grace. */
  readonly stopGrace?: DurationInput;
  /** Longest time of one question to the engine. Default 60 s (Airflow's `timeout`). */
  readonly engineTimeout?: DurationInput;
  /** How long an engine that stopped answering is waited for while the container runs. Default 1 hour. */
  readonly reconnectTimeout?: DurationInput;
}

/** A check that the engine makes inside the container. */
export interface HealthCheck {
  /** A program and its arguments, or text for the container's shell. */
  readonly command: string | readonly string[];
  /** Default 30 s. */
  readonly interval?: DurationInput;
  /** Default 30 s. */
  readonly timeout?: DurationInput;
  /** Failures in a row that make it unhealthy. Default 3. */
  readonly retries?: number;
  /** Time from the start in which failures do not count. Default 0 s. */
  readonly startPeriod?: DurationInput;
  /** The attempt fails when the container is not healthy this long after its start, or becomes unhealthy later. */
  readonly healthyWithin?: DurationInput;
}

type PlainOptions = Omit<
  RunParams,
  "stopGraceSeconds" | "engineTimeoutSeconds" | "reconnectTimeoutSeconds" | "healthcheck"
>;

/** Templates: `image`, `command`, `entrypoint`, `env`, `containerName`, `mounts`, `labels`, `user`, `workdir`. */
export interface DockerRunOptions extends PlainOptions, DockerDurations, TaskOptions {
  readonly healthcheck?: HealthCheck;
}

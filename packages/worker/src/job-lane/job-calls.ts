/** Calls of the functions of job operators, in their processes. */
import type { LogRecord } from "@momiji/core";
import type { JobLine } from "@momiji/sdk";
import type { HostPool, Started } from "../hosts/host-pool.ts";
import type { HostedFor } from "../hosts/hosted-code.ts";
import { failed } from "../outcomes.ts";
import type { JobEntry } from "./job-entry.ts";
import type { JobResult, JobStep, JobWork } from "./job-work.ts";

/** Whose job it is, and what is done with what its operator says. */
export interface JobOwner extends HostedFor {
  /** As it is known now. */
  readonly entry: JobEntry;
  said(level: LogRecord["level"], message: string): void;
  lines?(lines: readonly JobLine[]): void;
}

export interface JobCall extends Started {
  readonly result: Promise<JobResult>;
}

export interface JobCallsOptions {
  readonly pool: HostPool<JobWork, JobResult>;
  readonly graceMillis: number;
}

export class JobCalls {
  readonly #options: JobCallsOptions;

  constructor(options: JobCallsOptions) {
    this.#options = options;
  }

  /** One call of each function at a time for an attempt. Its result never comes once it was stopped. */
  begin(step: JobStep, of: JobOwner): JobCall {
    const { promise, resolve } = Promise.withResolvers<JobResult>();
    const { task, bundle, attemptId } = of.entry.order;
    const started = this.#options.pool.start({
      id: `${attemptId} ${step}`,
      name: `${task.operator} (${step})`,
      of,
      bundle: task.provider === undefined ? bundle : null,
      work: () => this.#workOf(step, of),
      done: resolve,
      died: (message) => resolve({ kind: "threw", outcome: failed("job_host_died", `${task.operator}: ${message}`) }),
      blocked: (message, detail) => {
        const outcome = failed("job_blocked", message, detail === null ? {} : { detail });
        resolve({ kind: "threw", outcome });
      },
      said: (level, message) => of.said(level, message),
      ...(of.lines === undefined ? {} : { lines: (lines) => of.lines?.(lines) }),
    });
    return { result: promise, abort: () => started.abort(), stop: () => started.stop() };
  }

  /** Each time anew: what is known of the job may have changed since its process died. */
  #workOf(step: JobStep, { entry, log }: JobOwner): JobWork {
    const { order, handle, ended } = entry;
    const { operator, provider, params = {} } = order.task;
    return {
      step,
      operator,
      ...(provider === undefined ? {} : { provider }),
      params,
      handle,
      position: step === "follow" ? log.resume() : null,
      outcome: ended ?? "cancelled",
      graceMillis: this.#options.graceMillis,
    };
  }
}

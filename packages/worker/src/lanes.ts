/** The lanes of a worker, put together, and which order goes to which. */
import { join } from "node:path";
import { type Clock, type DeferRequest, WAIT_FOR } from "@momiji/core";
import { AsyncLane } from "./async-lane/async-lane.ts";
import type { Attempt } from "./attempt.ts";
import { Deferrals } from "./deferrals/deferrals.ts";
import type { CallResult } from "./function-lane/child-protocol.ts";
import { FunctionChild } from "./function-lane/function-child.ts";
import { FunctionLane } from "./function-lane/function-lane.ts";
import { type ChildHooks, FunctionPool } from "./function-lane/function-pool.ts";
import { HostPool, type HostPoolOptions } from "./hosts/host-pool.ts";
import type { AskFor } from "./hosts/hosted-code.ts";
import { SUCCESS } from "./outcomes.ts";
import type { Params } from "./process-lane/command.ts";
import { JobCalls } from "./job-lane/job-calls.ts";
import { JobJournal } from "./job-lane/job-journal.ts";
import { JobLane, type JobLaneOptions } from "./job-lane/job-lane.ts";
import type { JobResult, JobWork } from "./job-lane/job-work.ts";
import { questionOf } from "./question.ts";
import { ProcessLane } from "./process-lane/process-lane.ts";
import type { EndContext } from "./processes/end-processes.ts";
import { ProcessRecord } from "./processes/process-record.ts";
import type { Settings } from "./settings.ts";
import type { StateFile } from "./state/generation.ts";
import type { WakeQueue } from "./wake-queue.ts";

export interface LanesOptions {
  readonly settings: Settings;
  readonly generation: number;
  /** What earlier workers left. */
  readonly earlier: readonly StateFile[];
  readonly wakes: WakeQueue;
  readonly end: EndContext;
  readonly ask: AskFor;
  readonly logOf: JobLaneOptions["logOf"];
  readonly outcomeOf: JobLaneOptions["outcomeOf"];
}

export class Lanes {
  readonly #process: ProcessLane;
  readonly #function: FunctionLane;
  readonly #async: AsyncLane;
  readonly #deferrals: Deferrals;
  readonly #jobHosts: HostPool<JobWork, JobResult>;
  /** Outside jobs. What a lane of them needs beyond `run` is asked of it. */
  readonly jobs: JobLane;
  readonly #pool: FunctionPool;
  readonly #clock: Clock;

  constructor(options: LanesOptions) {
    const { settings, wakes, end, ask } = options;
    const { clock, operators, killGraceMillis, maxXComBytes } = settings;
    const sensors = { clock, wakes };
    this.#clock = clock;
    const record = new ProcessRecord(join(settings.stateDir, `children-${options.generation}.ndjson`), settings.warn);
    this.#deferrals = createDeferrals(options, record);
    this.#jobHosts = createHosts(options, { record, what: "jobs", module: "../job-lane/job-host-main" });
    this.jobs = createJobLane(options, this.#jobHosts);
    this.#pool = createPool(options, record);
    this.#function = new FunctionLane({ pool: this.#pool, end, sensors, deferrals: this.#deferrals });
    this.#process = createProcessLane(options);
    this.#async = new AsyncLane({
      operators,
      ask,
      clock,
      masker: settings.secrets,
      sensors,
      graceMillis: killGraceMillis,
      maxXComBytes,
    });
  }

  run(attempt: Attempt, params: Params): void {
    const { deferral, task } = attempt.order;
    if (deferral?.fired !== undefined) return this.#function.run(attempt, params);
    if (deferral !== undefined && deferral.trigger !== null) return this.#deferrals.waitOn(attempt, deferral);
    if (task.operator === WAIT_FOR) return this.#deferrals.begin(attempt, params as unknown as DeferRequest);
    const { lane } = task;
    switch (lane) {
      case "function":
        return this.#function.run(attempt, params);
      case "process":
        return this.#process.run(attempt, params);
      case "async":
        return this.#async.run(attempt, params);
      case "empty":
        attempt.begin();
        return attempt.finish(SUCCESS);
      case "input":
        attempt.begin();
        return attempt.finish(questionOf(attempt.order.task, params, this.#clock.now()));
      case "job":
        return this.jobs.run(attempt, params);
      default:
        throw new Error(`there is no lane ${JSON.stringify(lane satisfies never)}`);
    }
  }

  /** What functions of the bundle make of the attempt's mapping, before its lane begins. */
  values(attempt: Attempt): Promise<CallResult> {
    return this.#function.values(attempt);
  }

  /** See `AttemptRunner.lineUp`: only commands can wait for another's end where nobody has to be asked. */
  lineUp(attempt: Attempt, params: Params): boolean {
    return attempt.order.task.lane === "process" && this.#process.lineUp(attempt, params);
  }

  /** Begins one that may be lined up. */
  begin(attempt: Attempt): void {
    if (attempt.order.task.lane === "process") this.#process.begin(attempt);
  }

  /** Starts what the first orders will need. */
  warm(): void {
    this.#process.warm();
    this.#pool.warm();
  }

  stop(): void {
    this.#process.stop();
    this.#pool.stop();
    this.#deferrals.stop();
    this.#jobHosts.stop();
    this.jobs.stop();
  }
}

function createProcessLane({ settings, generation, end }: LanesOptions): ProcessLane {
  const { stateDir, clock, secrets, childEnv, killGraceMillis, maxXComBytes, warn } = settings;
  return new ProcessLane({
    spawner: {
      env: childEnv,
      settings: (number) => ({
        record: join(stateDir, `commands-${generation}.${number}.ndjson`),
        workFolder: join(stateDir, `work-${generation}.${number}`),
        isCautious: number > 1,
        graceMillis: killGraceMillis,
      }),
      warn,
    },
    fifoFolder: join(stateDir, `fifos-${generation}`),
    clock,
    masker: secrets,
    end,
    maxXComBytes,
  });
}

function createDeferrals(options: LanesOptions, record: ProcessRecord): Deferrals {
  const { settings, wakes, ask } = options;
  const { clock, operators, maxXComBytes } = settings;
  const place = { record, what: "triggers", module: "../deferrals/trigger-host-main" };
  return new Deferrals({ clock, wakes, hosts: createHosts(options, place), operators, ask, maxXComBytes });
}

type HostPlace = Pick<HostPoolOptions<unknown, unknown>, "record" | "what" | "module">;

function createHosts<Work, Result>({ settings, ask }: LanesOptions, place: HostPlace): HostPool<Work, Result> {
  const { clock, childEnv, bundlesPerChild, functionMemoryMiB, maxXComBytes, warn } = settings;
  const { hostBlockedMillis: blockedAfterMillis } = settings;
  return new HostPool<Work, Result>({
    ...place,
    clock,
    env: childEnv,
    memoryMiB: functionMemoryMiB,
    maxXComBytes,
    bundlesPerHost: bundlesPerChild,
    blockedAfterMillis,
    ask,
    warn,
  });
}

function createJobLane(options: LanesOptions, pool: HostPool<JobWork, JobResult>): JobLane {
  const { settings, generation, earlier, wakes, logOf, outcomeOf } = options;
  const { stateDir, clock, secrets, killGraceMillis, warn } = settings;
  return new JobLane({
    journal: new JobJournal({ folder: stateDir, generation, earlier, now: clock.now(), warn }),
    calls: new JobCalls({ pool, graceMillis: killGraceMillis }),
    clock,
    wakes,
    mask: (text) => secrets.mask(text),
    logOf,
    outcomeOf,
    warn,
  });
}

function createPool({ settings, ask }: LanesOptions, record: ProcessRecord): FunctionPool {
  const { clock, secrets, childEnv, killGraceMillis, maxXComBytes, maxLogBytes, warn } = settings;
  const base = {
    settings: { maxXComBytes, maxLogBytes, graceMillis: killGraceMillis },
    env: childEnv,
    clock,
    masker: secrets,
    ask,
  };
  const fork = (memoryMiB: number, { onFree, onBack, onExit }: ChildHooks): FunctionChild => {
    const child = new FunctionChild({
      ...base,
      memoryMiB,
      onFree,
      onBack,
      onExit: (gone, death) => {
        record.remove(`child-${gone.pid}`);
        onExit(gone, death);
      },
    });
    if (child.pid !== undefined) record.add(`child-${child.pid}`, child.pid);
    return child;
  };
  const { maxChildren, warmChildren, bundlesPerChild, functionMemoryMiB } = settings;
  return new FunctionPool({
    clock,
    maxChildren,
    warmChildren,
    bundlesPerChild,
    defaultMemoryMiB: functionMemoryMiB,
    fork,
    warn,
  });
}

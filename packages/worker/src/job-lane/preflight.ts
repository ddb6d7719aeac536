/** Asks the operators of tasks what is missing for their jobs to start, before anybody wants them to. Changes nothing outside. */
import {
  type AttemptOrder,
  type Clock,
  createMasker,
  type Json,
  type Masker,
  SECOND,
  secretsOfAnswer,
  type TaskQuestion,
} from "@momiji/core";
import type { PreflightCheck } from "@momiji/sdk";
import { HostPool } from "../hosts/host-pool.ts";
import { AttemptLog, type LogContext } from "../logs/attempt-log.ts";
import { NOTHING_WRITTEN } from "../logs/resume-log.ts";
import { type AskEngine, renderParams } from "../render-params.ts";
import { JobCalls, type JobOwner } from "./job-calls.ts";
import { newJobEntry } from "./job-entry.ts";
import type { JobResult, JobWork } from "./job-work.ts";

export interface PreflightOptions {
  readonly clock: Clock;
  /** The environment of the process that asks. */
  readonly childEnv: { readonly [name: string]: string | undefined };
  /** Answers what templates and operators ask: variables, connections. */
  readonly ask: (order: AttemptOrder, question: TaskQuestion) => Promise<Json | undefined>;
  readonly secrets?: Masker;
}

/** What was looked at for a task; of an operator that has no checks, nothing. */
export interface TaskPreflight {
  readonly taskId: string;
  readonly operator: string;
  readonly checks: readonly PreflightCheck[];
}

const TIME_FOR_ONE_TASK = 60 * SECOND;
/** A check that computes for so long without a break is given up. */
const BLOCKED_MILLIS = 10_000;
const MEMORY_MIB = 512;
const MAX_ANSWER_BYTES = 1 << 20;

/** `orders`: of lane `job`, of a run that need not exist. */
export async function preflightTasks(
  orders: readonly AttemptOrder[],
  options: PreflightOptions,
): Promise<TaskPreflight[]> {
  const preflight = new Preflight(options);
  try {
    return await Promise.all(orders.map((order) => preflight.of(order)));
  } finally {
    preflight.stop();
  }
}

class Preflight {
  readonly #options: PreflightOptions;
  readonly #masker: Masker;
  readonly #pool: HostPool<JobWork, JobResult>;
  readonly #calls: JobCalls;

  constructor(options: PreflightOptions) {
    const { clock, childEnv, secrets = createMasker() } = options;
    this.#options = options;
    this.#masker = secrets;
    this.#pool = new HostPool<JobWork, JobResult>({
      what: "jobs",
      module: "../job-lane/job-host-main",
      clock,
      env: childEnv,
      memoryMiB: MEMORY_MIB,
      maxXComBytes: MAX_ANSWER_BYTES,
      bundlesPerHost: 1,
      blockedAfterMillis: BLOCKED_MILLIS,
      record: { add: () => {}, remove: () => {} },
      ask: ({ order }, question) => this.#ask(order, question),
      warn: () => {},
    });
    this.#calls = new JobCalls({ pool: this.#pool, graceMillis: 0 });
  }

  async of(order: AttemptOrder): Promise<TaskPreflight> {
    const { taskId, operator } = order.task;
    const checks = await this.#checksOf(order);
    return { taskId, operator, checks: checks.map((check) => this.#masked(check)) };
  }

  stop(): void {
    this.#pool.stop();
  }

  async #checksOf(order: AttemptOrder): Promise<readonly PreflightCheck[]> {
    const ask: AskEngine = (question) => this.#ask(order, question);
    let params: JobWork["params"];
    try {
      params = await renderParams(order, ask, () => this.#options.clock.now());
    } catch (error) {
      const title = "its templates can be rendered before there is a run";
      return [{ code: "params", title, verdict: "unknown", detail: (error as Error).message }];
    }
    const call = this.#calls.begin("preflight", this.#ownerOf(order, params));
    const result = await this.#inTime(call.result);
    call.stop();
    if (result?.kind === "checked") return result.checks;
    const why = result?.kind === "threw" && "message" in result.outcome ? result.outcome.message : undefined;
    if (result === null || why === undefined)
      return [{ code: "operator", title: "its operator answers", verdict: "unknown", detail: "it took too long" }];
    const remedy = "see that the worker has its package, or that its DAG file can be loaded";
    return [{ code: "operator", title: "its operator can be asked", verdict: "failed", detail: why, remedy }];
  }

  async #inTime(result: Promise<JobResult>): Promise<JobResult | null> {
    const { clock } = this.#options;
    const time = Promise.withResolvers<null>();
    const cancelTimer = clock.setTimer(clock.now() + TIME_FOR_ONE_TASK, () => time.resolve(null));
    const first = await Promise.race([result, time.promise]);
    cancelTimer();
    return first;
  }

  /** What is said meanwhile is not kept: there is no attempt whose log it could be. */
  #ownerOf(order: AttemptOrder, params: JobWork["params"]): JobOwner {
    const { clock } = this.#options;
    const context: LogContext = {
      clock,
      masker: this.#masker,
      maxBytes: 0,
      flushSoon: () => {},
      held: { characters: 0, isOver: false },
      warn: () => {},
    };
    const nowhere = { lastSeq: 0, write: () => {}, resume: () => NOTHING_WRITTEN };
    return {
      order,
      entry: newJobEntry(order, params, clock.now()),
      log: new AttemptLog(context, () => nowhere),
      pushXComs: () => {},
      said: () => {},
    };
  }

  async #ask(order: AttemptOrder, question: TaskQuestion): Promise<Json | undefined> {
    const answer = await this.#options.ask(order, question);
    this.#masker.add(secretsOfAnswer(question, answer));
    return answer;
  }

  #masked({ code, title, verdict, detail, remedy }: PreflightCheck): PreflightCheck {
    return {
      code,
      title: this.#masker.mask(title),
      verdict,
      ...(detail === undefined ? {} : { detail: this.#masker.mask(detail) }),
      ...(remedy === undefined ? {} : { remedy: this.#masker.mask(remedy) }),
    };
  }
}

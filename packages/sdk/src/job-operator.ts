/**
 * What an operator of an outside job is: a container, a pod, an ECS task that runs elsewhere and goes on when the worker dies.
 * Its parts are called one after another, each perhaps more than once, perhaps by another worker than the one before:
 *
 *     launch -> (handle kept) -> follow -> (outcome kept) -> release
 *                                 cancel -> (outcome kept) -> release
 *
 * None of them decides about retries or states; all of them run in a process of their own, never in the scheduler.
 */
import type { AttemptOutcome, Json, LogRecord } from "@momiji/core";
import type { TaskContext } from "./task-context.ts";

type Params = { readonly [name: string]: Json };

/** `Handle` is whatever finds the job again from any machine: ids, a name, the host or cluster it is on; no secrets. */
export interface JobOperatorDefinition<P = Params, Handle extends Json = Json, Value = unknown> {
  readonly name: string;
  readonly templateFields: readonly (keyof P & string)[];
  /**
   * Starts the job, or finds the one that was started for `ctx.attemptId` before: however often it is called for one attempt,
   * and wherever the last call was cut off, one job exists. A throw is the attempt's failure (`FailTask`, `RetryAfter`, `JobFailure`
   * say more); what may have been started by then is given to `cancel` with a handle of null. When `ctx.signal` is aborted nobody
   * waits for the job any more, and `cancel` follows.
   */
  launch(ctx: JobContext, params: P): Promise<Handle>;
  /**
   * Waits for the job's end and ships its log meanwhile: every line once and in order, beginning after `ctx.position`. Ends
   * early, with any value, when `ctx.signal` is aborted: the job itself is none of its business then. While the job is being
   * cancelled it is still followed, so that its last words are kept. Trouble with the job's engine (no answer, a restart, too
   * many requests) is waited out here, and said; a throw is a failure of the attempt, for which the job is cancelled.
   */
  follow(ctx: JobContext, job: LaunchedJob<P, Handle>): Promise<JobEnd<Value>>;
  /**
   * Stops the job: asks politely, waits `ctx.graceMillis`, kills. Resolves when it no longer runs, also if there is no such job (any
   * more). With a handle of null the job of `ctx.attemptId` is looked for. A throw: it is called again later, for long.
   */
  cancel(ctx: JobContext, job: CancelledJob<P, Handle>): Promise<void>;
  /**
   * Removes what is left of a job that has ended (the stopped container, the pod), as `params` wish, once its outcome is kept. May
   * be called again; a throw: it is called again later.
   */
  release?(ctx: JobContext, job: EndedJob<P, Handle>): Promise<void>;
  /** What is missing for this job to start, in words, each with what to do. Changes nothing outside. */
  preflight?(ctx: PreflightContext, params: P): AsyncIterable<PreflightCheck>;
}

export interface LaunchedJob<P, Handle> {
  readonly params: P;
  readonly handle: Handle;
}

export interface CancelledJob<P, Handle> {
  readonly params: P;
  /** Null: the worker died, or the launch threw, before a handle was kept. */
  readonly handle: Handle | null;
}

export interface EndedJob<P, Handle> extends CancelledJob<P, Handle> {
  /** `cancelled` after `cancel`. */
  readonly outcome: AttemptOutcome["kind"];
}

/** How a job ended. */
export interface JobEnd<Value = unknown> {
  /** As `judgeOutcome` takes it: exit codes and skip codes are put into words by the operator. */
  readonly outcome: AttemptOutcome;
  /** The return value, which must be JSON; absent: there is none. */
  readonly value?: Value;
}

export interface JobContext extends TaskContext {
  /** The position of the last line that was logged for this attempt, as `line` was given it; null: none was. */
  readonly position: string | null;
  /** How long a job may take to end after it was asked to. */
  readonly graceMillis: number;
  /** A line of the job's own output. `position` is kept with the line, in one write; what follows the last one comes again. */
  line(line: JobLine): void;
  /** Resolves when few lines are on their way: to be awaited between pieces of output, or a job that writes much fills the memory. */
  drained(): Promise<void>;
  /** A word of the operator about the job ("pulling image ...", an event of the pod), in the log as the engine's own. */
  say(message: string, level?: LogRecord["level"]): void;
}

export interface JobLine {
  readonly message: string;
  /** `stdout`, `stderr`, or the name of a container beside the main one. */
  readonly source: string;
  /** When the job wrote it, if its engine says so (epoch microseconds); absent: now. */
  readonly at?: number;
  /** Where following goes on after this line. Opaque to everybody but the operator. */
  readonly position?: string;
}

/** What a check before the start may use: there is no attempt yet. */
export interface PreflightContext {
  readonly connections: TaskContext["connections"];
  readonly variables: TaskContext["variables"];
  readonly maskSecret: TaskContext["maskSecret"];
  readonly signal: AbortSignal;
}

/** One thing that was looked at. */
export interface PreflightCheck {
  /** Stable, for machines: `docker.reachable`, `ecs.cluster`, ... */
  readonly code: string;
  /** What was looked at: "the cluster momiji-prod exists". */
  readonly title: string;
  /** `warning`: it may go well; `unknown`: it could not be found out, `detail` says why. */
  readonly verdict: "ok" | "failed" | "warning" | "unknown";
  /** What was seen, in words, with the answer of the other side. */
  readonly detail?: string;
  /** What to do; always there for `failed`. */
  readonly remedy?: string;
}

/** Whatever its params and its handle are. */
export type AnyJobOperator = JobOperatorDefinition;

/** The job operators that a package brings, by name: the export `jobs` of its `PACKAGE/jobs`. Only processes that run jobs import it. */
export type JobOperators = ReadonlyMap<string, AnyJobOperator>;

/** For `jobs`: what a definition's params and handle are, only the definition knows. */
export function jobOperators<P, Handle extends Json, Value>(
  ...definitions: readonly JobOperatorDefinition<P, Handle, Value>[]
): JobOperators {
  return new Map(definitions.map((definition) => [definition.name, anyJobOperator(definition)]));
}

export function anyJobOperator<P, Handle extends Json, Value>(
  definition: JobOperatorDefinition<P, Handle, Value>,
): AnyJobOperator {
  return definition as unknown as AnyJobOperator;
}

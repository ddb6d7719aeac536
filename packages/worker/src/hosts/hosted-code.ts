/** Code that waits in a process of its own, as the worker sees it. */
import type { AttemptOrder, BundleRef, Json, LogRecord, TaskQuestion, XComWrite } from "@momiji/core";
import type { JobLine } from "@momiji/sdk";
import type { AttemptLog } from "../logs/attempt-log.ts";

/** Whose code it is: an attempt, or what is left of one. */
export interface HostedFor {
  readonly order: AttemptOrder;
  readonly log: AttemptLog;
  pushXComs(xcoms: readonly XComWrite[]): void;
}

/** Whom a question of its code is about. */
export type AskFor = (of: Pick<HostedFor, "order">, question: TaskQuestion) => Promise<Json | undefined>;

export interface HostedCode<Work, Result> {
  /** Unique within its pool. */
  readonly id: string;
  /** What it is, for people: `trigger jobDone`. */
  readonly name: string;
  readonly of: HostedFor;
  /** Null: its code is that of a package. */
  readonly bundle: BundleRef | null;
  /** What to do; asked for each time that it begins in a process. */
  work(): Work;
  /** Called once at most, later than `start`. */
  done(result: Result): void;
  /** In the place of `done`: its process ended again and again while nothing else was in it. */
  died(message: string): void;
  /** In the place of `done`: it kept its process busy, in which nothing else could go on. `detail`: its stack. */
  blocked(message: string, detail: string | null): void;
  /** Output of a job, to be written before this returns. */
  lines?(lines: readonly JobLine[]): void;
  /** Instead of writing it to the log as the engine's word. */
  said?(level: LogRecord["level"], message: string): void;
}

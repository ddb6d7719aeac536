/**
 * One attempt whose job runs outside, in the hands of this worker: launched or found again, followed to its end, or cancelled.
 * Each step is in the journal before the next one begins, so that a worker which takes over goes on at the same place.
 */
import {
  type AttemptOutcome,
  DAY,
  type Json,
  type LogRecord,
  MILLISECOND,
  MINUTE,
  RETURN_VALUE,
  type XComWrite,
} from "@momiji/core";
import type { JobLine, PreflightCheck } from "@momiji/sdk";
import type { Attempt } from "../attempt.ts";
import { cancelled } from "../outcomes.ts";
import type { JobCall, JobOwner } from "./job-calls.ts";
import type { JobEntry } from "./job-entry.ts";
import type { JobJournal } from "./job-journal.ts";
import type { JobResult, JobStep, JobThrow } from "./job-work.ts";
import { LastWord } from "./last-word.ts";
import { untilDone, type UntilDoneOptions } from "./until-done.ts";

export interface RunningJobOptions extends UntilDoneOptions {
  readonly journal: JobJournal;
  readonly mask: (text: string) => string;
}

/** How long it is tried to cancel a job that runs, and what a launch that failed may have left. */
const CANCEL_PATIENCE = 7 * DAY;
const LEFTOVER_PATIENCE = 5 * MINUTE;
/** What a launch that is no longer wanted gets to say what it has started. */
const LAUNCH_GRACE_MILLIS = 60_000;
/** What the log of a job that was cancelled gets to come to its end. */
const LAST_LINES_MILLIS = 5_000;
const PREFLIGHT_MILLIS = 30_000;
/** For whoever wonders about the gap in the times of the log. */
const TAKEN_UP = "the job has gone on while no worker followed it, and is followed again from the last line of its log";

export class RunningJob implements JobOwner {
  readonly #attempt: Attempt;
  readonly #options: RunningJobOptions;
  readonly #lastWord: LastWord;
  readonly #calls = new Map<JobStep, JobCall>();
  #entry: JobEntry;

  constructor(attempt: Attempt, entry: JobEntry, options: RunningJobOptions) {
    this.#attempt = attempt;
    this.#entry = entry;
    this.#options = options;
    this.#lastWord = new LastWord(attempt, options);
  }

  get entry(): JobEntry {
    return this.#entry;
  }

  get order(): JobEntry["order"] {
    return this.#attempt.order;
  }

  get log(): Attempt["log"] {
    return this.#attempt.log;
  }

  /** Its entry is in the journal. */
  start(): void {
    const attempt = this.#attempt;
    attempt.begin();
    attempt.rest();
    attempt.onStop((reason) => this.#stop(reason));
    // Asked to end in an earlier life, and nobody knows whether the job has.
    if (this.#entry.ending !== null) attempt.end(this.#entry.ending);
    else if (attempt.ending === null) void this.#live();
  }

  pushXComs(xcoms: readonly XComWrite[]): void {
    this.#attempt.pushXComs(xcoms);
  }

  said(level: LogRecord["level"], message: string): void {
    this.#attempt.log.say(level, message);
    if (level !== "debug") this.#lastWord.note(message);
  }

  lines(lines: readonly JobLine[]): void {
    const now = this.#options.clock.now();
    for (const { message, source, at = now, position } of lines) {
      const place = position === undefined ? {} : { position };
      this.#attempt.log.write({ at, level: "info", source, message, ...place });
    }
  }

  async #live(): Promise<void> {
    if (this.#entry.handle === null) {
      const launched = await this.#call("launch");
      this.#noteLaunch(launched);
      if (this.#attempt.ending !== null) return;
      if (launched.kind !== "launched") return await this.#notLaunched(launched);
    } else this.log.say("info", TAKEN_UP);
    const end = await this.#call("follow");
    if (this.#attempt.ending !== null) return;
    if (end.kind === "ended") this.#finish(end.outcome, end.value);
    else if (end.kind === "threw") await this.#failed(end);
  }

  async #call(step: JobStep): Promise<JobResult> {
    const call = this.#options.calls.begin(step, this);
    this.#calls.set(step, call);
    const result = await call.result;
    this.#calls.delete(step);
    return result;
  }

  #noteLaunch(launched: JobResult): void {
    if (launched.kind !== "launched" || this.#entry.handle !== null) return;
    this.#change({ handle: launched.handle });
    this.#attempt.launched(launched.handle);
  }

  async #notLaunched(threw: JobResult): Promise<void> {
    if (threw.kind !== "threw") return;
    const found = threw.noOperator === true ? [] : await this.#findings();
    if (this.#attempt.ending !== null) return;
    await this.#failed(found.length === 0 ? threw : { ...threw, outcome: withFindings(threw.outcome, found) });
  }

  /** A job that may run must not, once its attempt has failed. */
  #failed({ outcome, nothingStarted, noOperator }: JobThrow): Promise<void> | void {
    if (nothingStarted !== true && noOperator !== true) {
      this.#sayDetail(outcome);
      return this.#attempt.end(outcome);
    }
    const { handle, order } = this.#entry;
    if (handle !== null) this.log.say("error", `its job may still run: ${JSON.stringify(handle)}`);
    this.#options.journal.remove(order.attemptId);
    this.#finish(outcome);
  }

  /** What to do about it. Of a program that failed by itself it is its last lines, which stand in the log already. */
  #sayDetail(outcome: AttemptOutcome): void {
    if (outcome.kind !== "failed" || outcome.code === "exit_code" || outcome.detail === undefined) return;
    this.log.say("error", outcome.detail);
  }

  #finish(outcome: AttemptOutcome, value?: Json): void {
    this.#lastWord.stop();
    // With an error's name it is the stack, and part of what is said at the end anyway.
    if (this.#attempt.ending === null && outcome.kind === "failed" && outcome.errorName === undefined)
      this.#sayDetail(outcome);
    const isWanted = value !== undefined && outcome.kind === "success" && this.order.task.doXcomPush !== false;
    this.#attempt.finish(outcome, isWanted ? [{ key: RETURN_VALUE, value }] : []);
  }

  /** What keeps it from starting, as far as its operator can find out now. */
  async #findings(): Promise<PreflightCheck[]> {
    const checked = await this.#within(PREFLIGHT_MILLIS, this.#call("preflight"));
    this.#calls.get("preflight")?.stop();
    if (checked?.kind !== "checked") return [];
    return checked.checks.filter(({ verdict }) => verdict === "failed" || verdict === "warning");
  }

  /** Somebody has asked it to end, or the worker stops; then the job goes on, and a later worker with it. */
  #stop(reason: string): void {
    if (this.#attempt.isOver) return this.#letGo();
    if (this.#entry.ending === null) this.#change({ ending: this.#attempt.ending });
    void this.#cancel(reason);
  }

  async #cancel(reason: string): Promise<void> {
    const launching = this.#calls.get("launch");
    if (launching !== undefined) {
      launching.abort();
      // What it is about to start could not be found yet.
      const launched = await this.#within(LAUNCH_GRACE_MILLIS, launching.result);
      if (launched !== undefined) this.#noteLaunch(launched);
      launching.stop();
    }
    const following = this.#calls.get("follow")?.result;
    const isCancelled = await untilDone(this.#options, {
      step: "cancel",
      of: this,
      patience: this.#entry.handle === null ? LEFTOVER_PATIENCE : CANCEL_PATIENCE,
      words: "the job could not be cancelled",
      warn: (message) => this.said("warning", message),
    });
    if (this.#attempt.isOver) return;
    if (isCancelled) this.#change({ isCancelled });
    if (following !== undefined) await this.#within(LAST_LINES_MILLIS, following);
    this.#letGo();
    this.#attempt.finish(cancelled(reason));
  }

  /** Undefined: it took longer. */
  async #within<T>(millis: number, work: Promise<T>): Promise<T | undefined> {
    const { clock, wakes } = this.#options;
    const time = Promise.withResolvers<undefined>();
    const wake = wakes.wakeAt(clock.now() + millis * MILLISECOND, () => time.resolve(undefined));
    const first = await Promise.race([work, time.promise]);
    wake.cancel();
    return first;
  }

  #letGo(): void {
    this.#lastWord.stop();
    for (const call of this.#calls.values()) call.stop();
    this.#calls.clear();
  }

  #change(changes: Partial<Omit<JobEntry, "order">>): void {
    this.#entry = this.#options.journal.change(this.#entry, changes);
  }
}

/** The failure with what was found to be missing, each with what to do. */
function withFindings(outcome: AttemptOutcome, found: readonly PreflightCheck[]): AttemptOutcome {
  if (outcome.kind !== "failed") return outcome;
  const words = found.map(
    ({ verdict, title, detail, remedy }) =>
      `${verdict}: ${[title, detail, remedy].filter((each) => each !== undefined).join("; ")}`,
  );
  return { ...outcome, detail: [...(outcome.detail === undefined ? [] : [outcome.detail]), ...words].join("\n") };
}

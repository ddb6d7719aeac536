/**
 * RunTask until as many tasks run as are wanted, and never one more. ECS gives the same tasks for the same client token; and before
 * anything is asked a second time, it is looked whether the first time has made something, since an answer may be lost.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { Failure } from "@aws-sdk/client-ecs";
import { JobFailure, type JobContext } from "@momiji/sdk";
import { errorMessage, errorName, isDenied, isLostAnswer, isThrottle } from "../../client/aws-error.ts";
import { backOffMillis } from "../../client/back-off.ts";
import { ecsClient } from "../../client/clients.ts";
import type { Contact } from "../../client/contact.ts";
import { failureOf, type RefusedCall } from "../../client/refusal-words.ts";
import type { AwsAccess } from "../../connection/aws-access.ts";
import { codeOfWords, ECS_ERRORS, type EcsErrorCode, remedyOf } from "../../errors.ts";
import { DEFAULTS, type EcsRunTaskParams } from "../ecs-params.ts";
import { findTasks } from "../find-tasks.ts";
import { MOST_AT_ONCE, type RunRequest, runRequest } from "./run-request.ts";

/** Of a wait for capacity. */
const FIRST_WAIT_MILLIS = 2_000;
const LONGEST_WAIT_MILLIS = 30_000;

export interface StartingParts {
  readonly access: AwsAccess;
  readonly contact: Contact;
  /** Of RunTask alone: that other questions are answered is no sign that it will be. */
  readonly runContact: Contact;
}

export class Starting {
  readonly #ctx: JobContext;
  readonly #params: EcsRunTaskParams;
  readonly #parts: StartingParts;
  readonly #request: RunRequest;
  #found: ReadonlySet<string> = new Set();
  /** A request was sent, and nobody knows what has become of it. */
  #isUncertain = false;
  #mayList = true;
  #failures = 0;
  /** Answers that there is no room. */
  #refusals = 0;
  #refusedSince: number | null = null;

  constructor(ctx: JobContext, params: EcsRunTaskParams, parts: StartingParts) {
    this.#ctx = ctx;
    this.#params = params;
    this.#parts = parts;
    this.#request = runRequest(ctx, params);
  }

  /** ARNs in an order that is always the same. */
  async tasks(): Promise<readonly string[]> {
    const wanted = this.#params.count ?? 1;
    await this.#find();
    while (this.#found.size < wanted) await this.#run(Math.min(MOST_AT_ONCE, wanted - this.#found.size));
    return [...this.#found].toSorted();
  }

  /** What has been started so far, in this life or an earlier one. */
  async #find(): Promise<void> {
    if (!this.#mayList) return;
    const { access, contact } = this.#parts;
    const search = { access, cluster: this.#params.cluster, withStopped: true };
    const found = await contact.ask(this.#call("ecs:ListTasks"), async () => {
      try {
        return await findTasks(this.#ctx, search);
      } catch (error) {
        if (!isDenied(error)) throw error;
        this.#mayList = false;
        this.#ctx.say(
          "the role may not do ecs:ListTasks: only the client token keeps a task from starting twice",
          "warning",
        );
        return new Set<string>();
      }
    });
    this.#add(found);
  }

  async #run(count: number): Promise<void> {
    // The SDK's own tries are switched off: what it sends again nobody could look for in between.
    const client = await ecsClient(this.#parts.access, { maxAttempts: 1 });
    const { RunTaskCommand } = await import("@aws-sdk/client-ecs");
    const before = this.#found.size;
    const token = `${this.#ctx.attemptId}-${before}-${this.#refusals}`;
    try {
      const command = new RunTaskCommand({ ...this.#request, count, clientToken: token });
      const { tasks = [], failures = [] } = await client.send(command, { abortSignal: this.#ctx.signal });
      this.#parts.runContact.back();
      this.#add(tasks.flatMap(({ taskArn }) => taskArn ?? []));
      this.#failures = 0;
      if (this.#found.size === before || failures.length > 0) await this.#refused(failures);
    } catch (error) {
      await this.#threw(error);
    }
  }

  async #threw(error: unknown): Promise<void> {
    if (error instanceof JobFailure) throw error;
    if (errorName(error) === "ConflictException") return this.#addConflicting(error);
    if (isLostAnswer(error)) this.#isUncertain = true;
    if (this.#ctx.signal.aborted) throw error;
    const said = `${errorName(error)}: ${errorMessage(error)}`;
    const code = codeOfWords(said, ["quota", "capacity"]);
    if (code !== null && !isThrottle(error) && !isLostAnswer(error) && !isDenied(error))
      return await this.#awaitCapacity(said, code);
    this.#parts.runContact.lost(error, this.#call("ecs:RunTask"));
    this.#failures += 1;
    await sleep(backOffMillis(this.#failures), undefined, { signal: this.#ctx.signal });
    await this.#find();
  }

  /** The token was used with other settings: what it has started is named. */
  #addConflicting(error: unknown): void {
    const { resourceIds = [] } = error as { readonly resourceIds?: readonly string[] };
    const arns = resourceIds.filter((id) => id.includes(":task/"));
    if (arns.length === 0) throw failureOf(error, this.#call("ecs:RunTask"));
    this.#add(arns);
  }

  /** ECS has answered, and gave fewer tasks than were asked for. */
  async #refused(failures: readonly Failure[]): Promise<void> {
    const words = failures.map(({ reason = "", detail, arn }) => [reason, detail, arn].filter(Boolean).join(", "));
    const said = [...new Set(words)].join("; ") || "it gave no task and no reason";
    const code = codeOfWords(said, ["capacity", "quota"]) ?? codeOfWords(said) ?? "placement";
    if (code !== "capacity" && code !== "quota") throw this.#failure(said, code);
    await this.#awaitCapacity(said, code);
  }

  async #awaitCapacity(said: string, code: EcsErrorCode): Promise<void> {
    const known = code === "quota" ? "quota" : "capacity";
    const now = performance.now();
    this.#refusedSince ??= now;
    this.#refusals += 1;
    const limitSeconds = this.#params.capacityTimeoutSeconds ?? DEFAULTS.capacityTimeoutSeconds;
    if (now - this.#refusedSince >= limitSeconds * 1000)
      throw this.#failure(`${said} (waited ${limitSeconds} s)`, known);
    this.#ctx.say(`${ECS_ERRORS[known].meaning}: ${said}; asking again for up to ${limitSeconds} s`, "warning");
    const whole = Math.min(LONGEST_WAIT_MILLIS, FIRST_WAIT_MILLIS * 2 ** Math.min(this.#refusals - 1, 10));
    const left = this.#refusedSince + limitSeconds * 1000 - now;
    await sleep(Math.min(left, whole * (0.5 + Math.random() / 2)), undefined, { signal: this.#ctx.signal });
  }

  #failure(said: string, code: EcsErrorCode): JobFailure {
    return new JobFailure(`${ECS_ERRORS[code].meaning} (ecs:RunTask): ${said}`, {
      code,
      detail: remedyOf(code),
      nothingStarted: this.#startedNothing,
    });
  }

  get #startedNothing(): boolean {
    return this.#found.size === 0 && !this.#isUncertain && this.#mayList;
  }

  #call(action: string): RefusedCall {
    const { access } = this.#parts;
    return { access, service: "ecs", action, nothingStarted: this.#startedNothing };
  }

  #add(arns: Iterable<string>): void {
    this.#found = new Set([...this.#found, ...arns]);
  }
}

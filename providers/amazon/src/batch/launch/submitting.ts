/**
 * SubmitJob, so that one job exists for an attempt. Batch has no client token, so it is looked for the attempt's job by its name before
 * each request. Two workers that ask in the same moment both submit: then the later job is taken back, as a rule before Batch has
 * begun to start it.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { JobContext } from "@momiji/sdk";
import { isLostAnswer } from "../../client/aws-error.ts";
import { backOffMillis } from "../../client/back-off.ts";
import { batchClient } from "../../client/clients.ts";
import type { Contact } from "../../client/contact.ts";
import type { RefusedCall } from "../../client/refusal-words.ts";
import type { AwsAccess } from "../../connection/aws-access.ts";
import { batchMeaningOf } from "../batch-errors.ts";
import type { BatchSubmitJobParams } from "../batch-params.ts";
import { findJobs } from "../find-jobs.ts";
import { terminate } from "../terminate.ts";
import { submitRequest } from "./submit-request.ts";

/** What was submitted may not be listed at once: so often it is looked after an answer was lost. */
const LOOKS = 3;
const PAUSE_MILLIS = 1_000;
/** In the reason why a job was ended that was one too many. */
export const TAKEN_BACK = " is the job of this attempt already";

export interface SubmittingParts {
  readonly access: AwsAccess;
  readonly contact: Contact;
  /** Of SubmitJob alone: that other questions are answered is no sign that it will be. */
  readonly submitContact: Contact;
}

export class Submitting {
  readonly #ctx: JobContext;
  readonly #params: BatchSubmitJobParams;
  readonly #parts: SubmittingParts;
  /** A request was sent, and nobody knows what has become of it. */
  #isUncertain = false;
  #failures = 0;

  constructor(ctx: JobContext, params: BatchSubmitJobParams, parts: SubmittingParts) {
    this.#ctx = ctx;
    this.#params = params;
    this.#parts = parts;
  }

  /** The job's id. */
  async job(): Promise<string> {
    for (;;) {
      const known = await this.#find();
      if (known !== null) return known;
      const made = await this.#submit();
      if (made !== null) return (await this.#oldest()) ?? made;
    }
  }

  async #find(): Promise<string | null> {
    for (let look = 1; ; look += 1) {
      const found = await this.#oldest();
      if (found !== null || !this.#isUncertain || look === LOOKS) return found;
      await sleep(PAUSE_MILLIS, undefined, { signal: this.#ctx.signal });
    }
  }

  /** Everybody finds the same one, and takes the others back, whoever has submitted them. */
  async #oldest(): Promise<string | null> {
    const [first, ...others] = await this.#list();
    if (first?.jobId === undefined) return null;
    this.#isUncertain = true;
    for (const { jobId, status } of others) {
      if (jobId === undefined || status === "SUCCEEDED" || status === "FAILED") continue;
      await this.#takeBack(jobId, first.jobId);
    }
    return first.jobId;
  }

  async #takeBack(jobId: string, kept: string): Promise<void> {
    const { access, contact } = this.#parts;
    this.#ctx.say(`${kept} was submitted for this attempt in the same moment: ${jobId} is taken back`, "warning");
    const order = { jobId, reason: `${kept}${TAKEN_BACK}`, signal: this.#ctx.signal };
    await contact.ask(this.#call("batch:TerminateJob"), () => terminate(access, order));
  }

  async #list(): ReturnType<typeof findJobs> {
    const { access, contact } = this.#parts;
    return await contact.ask(this.#call("batch:ListJobs"), () => findJobs(this.#ctx, this.#params, access));
  }

  /** Null: it is not known whether there is one now. */
  async #submit(): Promise<string | null> {
    // The SDK's own tries are switched off: what it sends again nobody could look for in between.
    const client = await batchClient(this.#parts.access, { maxAttempts: 1 });
    const { SubmitJobCommand } = await import("@aws-sdk/client-batch");
    const command = new SubmitJobCommand(submitRequest(this.#ctx, this.#params));
    try {
      const { jobId } = await client.send(command, { abortSignal: this.#ctx.signal });
      this.#parts.submitContact.back();
      this.#isUncertain = true;
      if (jobId !== undefined && jobId !== "") return jobId;
    } catch (error) {
      if (isLostAnswer(error)) this.#isUncertain = true;
      if (this.#ctx.signal.aborted) throw error;
      this.#parts.submitContact.lost(error, this.#call("batch:SubmitJob"));
    }
    this.#failures += 1;
    await sleep(backOffMillis(this.#failures), undefined, { signal: this.#ctx.signal });
    return null;
  }

  #call(action: string): RefusedCall {
    const { access } = this.#parts;
    return { access, service: "batch", action, nothingStarted: !this.#isUncertain, meaningOf: batchMeaningOf };
  }
}

/**
 * A strict double of Batch, of which no emulator runs jobs as it does: tries of its own, arrays, hosts that are taken away, a list that
 * is behind. What it takes and gives is checked against AWS's own service model.
 */
import { type AwsCall, AwsRefusal } from "./aws-front.testing.ts";
import { checkCaller, checkInput } from "./double-checks.testing.ts";
import { DoubleJob } from "./double-job.testing.ts";
import { DoubleLogs } from "./double-logs.testing.ts";
import type { Play } from "./double-task.testing.ts";

const LOG_GROUP = "/batch/double";
/** Of DescribeJobs, and of a page of ListJobs. */
const MOST = 100;
const NAME = /^[A-Za-z0-9][\w-]{0,127}$/;

export class BatchDouble {
  readonly logs = new DoubleLogs();
  readonly jobs = new Map<string, DoubleJob>();
  /** From RUNNABLE to RUNNING. */
  startMillis = 30;
  /** How long ListJobs does not show a job. */
  lagMillis = 0;

  constructor() {
    this.logs.createGroup(LOG_GROUP);
  }

  readonly handle = (call: AwsCall): object => {
    const { service, operation, input } = call;
    checkCaller(call);
    checkInput(call);
    if (service === "logs") return this.logs.getLogEvents(input);
    switch (operation) {
      case "SubmitJob":
        return this.#submit(input);
      case "DescribeJobs":
        return this.#describe(input["jobs"] as readonly string[]);
      case "ListJobs":
        return this.#list(input);
      default:
        return this.#terminate(input);
    }
  };

  /** All that were ever submitted for an attempt, without children. */
  of(attemptId: string): readonly DoubleJob[] {
    return [...this.jobs.values()].filter(({ facts }) => {
      const tags = facts.input["tags"] as { readonly [name: string]: string } | undefined;
      return facts.index === undefined && tags?.["momiji:attempt"] === attemptId;
    });
  }

  /** As if they had never been. */
  forget(attemptId: string): void {
    for (const job of this.of(attemptId)) {
      job.end("FAILED");
      this.jobs.delete(job.facts.jobId);
    }
  }

  close(): void {
    for (const job of this.jobs.values()) job.terminate("the test is over");
  }

  #submit(input: Record<string, unknown>): object {
    const { jobName, jobQueue, jobDefinition } = input as { readonly [name: string]: string };
    if (jobQueue === "disabled") throw refusal("Job Queue disabled is in DISABLED state");
    if (jobQueue !== "prod") throw refusal(`JobQueue ${jobQueue} not found.`);
    if (!/^app(:\d+)?$/.test(jobDefinition ?? "")) throw refusal(`JobDefinition ${jobDefinition} not found.`);
    if (!NAME.test(jobName ?? "")) throw refusal("Job name should match valid pattern");
    const jobId = crypto.randomUUID();
    const { size } = (input["arrayProperties"] as { readonly size?: number } | undefined) ?? {};
    if (size === undefined) this.#add({ jobId, input }, playOf(input, 0)).start(this.startMillis);
    else this.#addArray(jobId, input, size);
    return { jobId, jobName, jobArn: `arn:aws:batch:us-east-1:123456789012:job/${jobId}` };
  }

  #add(facts: DoubleJob["facts"], play: Play): DoubleJob {
    const job = new DoubleJob(facts, play, (stream, line) => this.logs.put(LOG_GROUP, stream, line));
    this.jobs.set(facts.jobId, job);
    return job;
  }

  #addArray(jobId: string, input: Record<string, unknown>, size: number): void {
    const parent = this.#add({ jobId, input }, playOf(input, 0));
    parent.status = "PENDING";
    const children = Array.from({ length: size }, (_, index) =>
      this.#add({ jobId: `${jobId}:${index}`, input, index }, playOf(input, index)),
    );
    for (const child of children) {
      child.onEnd = () => {
        if (!children.every(({ isOver }) => isOver)) return;
        const isGood = children.every(({ status }) => status === "SUCCEEDED");
        parent.end(isGood ? "SUCCEEDED" : "FAILED", isGood ? undefined : "Array Child Job failed");
      };
      child.start(this.startMillis);
    }
  }

  #describe(ids: readonly string[]): object {
    if (ids.length > MOST) throw refusal("jobs list size should be less than or equal to 100");
    return { jobs: ids.flatMap((id) => this.#view(id)) };
  }

  #view(id: string): readonly object[] {
    const job = this.jobs.get(id);
    if (job === undefined) return [];
    const children = this.#childrenOf(id);
    if (children.length === 0) return [job.view()];
    const statusSummary = Object.fromEntries(
      [...new Set(children.map(({ status }) => status))].map((status) => [
        status,
        children.filter((child) => child.status === status).length,
      ]),
    );
    return [{ ...job.view(), arrayProperties: { size: children.length, statusSummary } }];
  }

  #list(input: Record<string, unknown>): object {
    const { arrayJobId, jobStatus, jobQueue, filters } = input;
    const found =
      typeof arrayJobId === "string"
        ? this.#childrenOf(arrayJobId).filter(({ status }) => status === (jobStatus ?? "RUNNING"))
        : this.#named(String(jobQueue), filters as readonly { name: string; values: readonly string[] }[]);
    const begin = Number(input["nextToken"] ?? 0);
    const page = found.slice(begin, begin + MOST).map((job) => job.summary());
    const rest = begin + page.length < found.length ? { nextToken: String(begin + page.length) } : {};
    return { jobSummaryList: page, ...rest };
  }

  /** Without regard to case, in all states, newest first. */
  #named(queue: string, [filter]: readonly { name: string; values: readonly string[] }[] = []): DoubleJob[] {
    if (queue !== "prod") throw refusal(`JobQueue ${queue} not found.`);
    if (filter?.name !== "JOB_NAME") throw refusal(`unknown filter ${filter?.name}`);
    const wanted = filter.values[0]?.toLowerCase();
    return [...this.jobs.values()]
      .filter(({ facts, createdAt }) => {
        const isShown = facts.index === undefined && Date.now() - createdAt >= this.lagMillis;
        return isShown && String(facts.input["jobName"]).toLowerCase() === wanted;
      })
      .toReversed();
  }

  #terminate(input: Record<string, unknown>): object {
    const id = String(input["jobId"]);
    for (const child of this.#childrenOf(id)) child.terminate(String(input["reason"]));
    this.jobs.get(id)?.terminate(String(input["reason"]));
    return {};
  }

  #childrenOf(id: string): readonly DoubleJob[] {
    return [...this.jobs.values()].filter(({ facts }) => facts.jobId.startsWith(`${id}:`));
  }
}

interface Overrides {
  readonly command?: readonly string[];
}

/** A command of several plays is one for each child. */
function playOf(input: Record<string, unknown>, index: number): Play {
  const [verb, ...plays] = (input["containerOverrides"] as Overrides | undefined)?.command ?? [];
  const play = plays[Math.min(index, plays.length - 1)];
  if (verb !== "play" || play === undefined) return { lines: 0, pauseSeconds: 0, exitCode: 0 };
  return JSON.parse(play) as Play;
}

function refusal(message: string): AwsRefusal {
  return new AwsRefusal("ClientException", message);
}

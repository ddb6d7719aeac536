/** What the cases of the suite share: an order for an operator with faults in it, lives of workers, and what is expected at the end. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AttemptEvent, AttemptOrder, AttemptOutcome, Json, TaskSpec } from "@momiji/core";
import { expect, type TestContext } from "vitest";
import type { FaultPoint } from "../../job-faults.ts";
import { logPath } from "../../logs/log-path.ts";
import { readLog } from "../../logs/read-log.ts";
import { orderOf } from "../../worker.testing.ts";
import { WorkerLife } from "./worker-life.ts";

/** What a job does, in any engine: writes `line 1`, `line 2`, ... to its standard output, then ends. */
export interface JobPlan {
  readonly lines: number;
  /** Between two lines. */
  readonly pauseSeconds: number;
  readonly exitCode: number;
}

/** How the suite gets jobs, and looks at the engine past the operator. */
export interface JobHarness {
  /** A module whose `jobs` holds the operator: a package's, or the address of a file. */
  readonly module: string;
  readonly operator: string;
  params(plan: JobPlan): { readonly [name: string]: Json };
  /** How many jobs were ever started for the attempt. */
  started(attemptId: string): Promise<number> | number;
  /** What there is of jobs of the attempt, running or ended: names, ids. */
  left(attemptId: string): Promise<readonly string[]> | readonly string[];
  /** Troubles of the engine in the middle of a job; each resolves when the trouble is over. */
  readonly troubles?: { readonly [name: string]: (attemptId: string) => Promise<void> };
  /** Removes the job behind everybody's back. */
  vanish?(attemptId: string): Promise<void> | void;
  close?(): Promise<void> | void;
}

/** Jobs that end by themselves, within a second or so. */
export const SHORT: JobPlan = { lines: 30, pauseSeconds: 0.02, exitCode: 0 };
export const ENDLESS: JobPlan = { lines: 100_000, pauseSeconds: 0.05, exitCode: 0 };

export type Finished = Extract<AttemptEvent, { readonly type: "finished" }>;

export class JobBench {
  readonly harness: JobHarness;
  readonly folder = mkdtempSync(join(tmpdir(), "momiji-jobs-"));
  readonly #faults: string;
  readonly #lives: WorkerLife[] = [];

  constructor(harness: JobHarness) {
    this.harness = harness;
    this.#faults = join(this.folder, "faults");
    mkdirSync(this.#faults);
  }

  order(plan: JobPlan, task: Partial<TaskSpec> = {}): AttemptOrder {
    const { operator, module } = this.harness;
    const path = join(this.folder, "bundle.mjs");
    const text = `
      import { defineJobOperator } from "@momiji/sdk";
      import { withFaults } from "@momiji/worker/job-faults";
      import { jobs } from ${JSON.stringify(module)};
      defineJobOperator(withFaults(jobs.get(${JSON.stringify(operator)}), ${JSON.stringify(this.#faults)}));`;
    writeFileSync(path, text);
    const bundle = { hash: path, path };
    return orderOf({ operator, lane: "job", params: this.harness.params(plan), ...task }, { bundle });
  }

  /** A new worker; `state`: another machine has another folder. */
  life(state = "state"): WorkerLife {
    const life = new WorkerLife({ folder: this.folder, state });
    this.#lives.push(life);
    return life;
  }

  arm(point: FaultPoint): void {
    writeFileSync(join(this.#faults, point), "");
  }

  disarm(point: FaultPoint): void {
    rmSync(join(this.#faults, point));
  }

  async reached(point: FaultPoint): Promise<void> {
    await appears(this.#faults, `${point}.reached`);
  }

  async messages({ run, task, mapIndex, tryNumber }: AttemptOrder, source = "stdout"): Promise<string[]> {
    const name = { dagId: run.dagId, runId: run.runId, taskId: task.taskId, mapIndex, tryNumber };
    const records = (await Array.fromAsync(readLog(logPath(join(this.folder, "logs"), name)))).flat();
    expect(records.map(({ seq }) => seq)).toEqual(records.map((_, index) => index + 1));
    return records.filter((record) => record.source === source).map(({ message }) => message);
  }

  /**
   * At least so many lines of the job are in the log.
   * @throws if the attempt ends before that
   */
  async lines(order: AttemptOrder, count: number): Promise<void> {
    while ((await this.messages(order)).length < count) {
      const end = this.#lives.flatMap(({ events }) => events).find(({ type }) => type === "finished");
      if (end !== undefined) throw new Error(`the attempt has ended before line ${count}: ${JSON.stringify(end)}`);
      await aMoment();
    }
  }

  /** The end of a job that was not disturbed, or as if it had not been. */
  async expectWhole(order: AttemptOrder, plan: JobPlan): Promise<void> {
    // What else is in the log says why, if they are not all there.
    const told = `of a job whose log also says ${JSON.stringify(await this.messages(order, "momiji"))}`;
    expect(await this.messages(order), told).toEqual(Array.from({ length: plan.lines }, (_, at) => `line ${at + 1}`));
    expect(await this.harness.started(order.attemptId)).toBe(1);
    expect(await this.harness.left(order.attemptId)).toEqual([]);
  }

  async close(): Promise<void> {
    for (const life of this.#lives) await life.kill();
    await this.harness.close?.();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** It is closed when the case is over; cases may run at once. */
export async function newBench(
  make: () => Promise<JobHarness>,
  { onTestFinished }: Pick<TestContext, "onTestFinished">,
): Promise<JobBench> {
  const bench = new JobBench(await make());
  onTestFinished(() => bench.close());
  return bench;
}

/** As the engine orders it again after a life: with the handle if it has heard of it. */
export function again(order: AttemptOrder, { events }: WorkerLife): AttemptOrder {
  const launched = events.find((event) => event.type === "launched" && event.attemptId === order.attemptId);
  if (launched?.type !== "launched") return order;
  return { ...order, job: { handle: launched.handle, startedAt: launched.at } };
}

export function kindOf({ outcome }: Finished): AttemptOutcome["kind"] {
  return outcome.kind;
}

async function appears(folder: string, name: string): Promise<void> {
  while (!existsSync(join(folder, name))) await aMoment();
}

/** Before it is looked again: a machine has few watchers of files, and many suites run at once. */
function aMoment(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 15));
}

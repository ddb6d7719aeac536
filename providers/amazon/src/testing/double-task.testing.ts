/** A task of the double: plays what its command says, on real time. */

/** `["play", "{...}"]` as the command of the container. */
export interface Play {
  readonly lines: number;
  readonly pauseSeconds: number;
  readonly exitCode: number;
  /** It does not start, and this is why. */
  readonly startFailure?: string;
  /** Of the container that has ended. */
  readonly reason?: string;
}

export interface StopFacts {
  readonly stopCode: string;
  readonly stoppedReason: string;
  readonly exitCode?: number;
}

interface TaskFacts {
  readonly arn: string;
  readonly clusterArn: string;
  readonly definitionArn: string;
  readonly container: string;
  readonly input: Record<string, unknown>;
}

const seconds = (): number => Math.round(Date.now()) / 1000;

export class DoubleTask {
  readonly arn: string;
  readonly createdAt = Date.now();
  readonly #facts: TaskFacts;
  readonly #play: Play;
  readonly #write: (line: string) => void;
  #status = "PROVISIONING";
  #desired = "RUNNING";
  #stop: (StopFacts & { readonly reason?: string }) | null = null;
  #times: { startedAt?: number; stoppingAt?: number; executionStoppedAt?: number; stoppedAt?: number } = {};
  #version = 1;
  #timer: NodeJS.Timeout | null = null;
  #written = 0;

  constructor(facts: TaskFacts, play: Play, write: (line: string) => void) {
    this.arn = facts.arn;
    this.#facts = facts;
    this.#play = play;
    this.#write = write;
  }

  get isOver(): boolean {
    return this.#status === "STOPPED";
  }

  get desired(): string {
    return this.#desired;
  }

  start(afterMillis: number): void {
    this.#timer = setTimeout(() => {
      const { startFailure } = this.#play;
      if (startFailure !== undefined) return this.end({ stopCode: "TaskFailedToStart", stoppedReason: startFailure });
      this.#status = "RUNNING";
      this.#times.startedAt = seconds();
      this.#version += 1;
      this.#next();
    }, afterMillis);
  }

  #next(): void {
    const { lines, pauseSeconds, exitCode } = this.#play;
    if (this.#written >= lines)
      return this.end({
        stopCode: "EssentialContainerExited",
        stoppedReason: "Essential container in task exited",
        exitCode,
      });
    this.#written += 1;
    this.#write(`line ${this.#written}`);
    this.#timer = setTimeout(() => this.#next(), pauseSeconds * 1000);
  }

  /** At once, with whatever AWS would say. */
  end(facts: StopFacts): void {
    if (this.isOver) return;
    if (this.#timer !== null) clearTimeout(this.#timer);
    const now = seconds();
    this.#status = "STOPPED";
    this.#desired = "STOPPED";
    this.#stop = { ...facts, ...(this.#play.reason === undefined ? {} : { reason: this.#play.reason }) };
    this.#times = { ...this.#times, stoppingAt: now, executionStoppedAt: now, stoppedAt: now };
    this.#version += 1;
  }

  /** As DescribeTasks shows it. */
  view(): object {
    const { arn, clusterArn, definitionArn, container, input } = this.#facts;
    const exitCode = this.#stop?.exitCode;
    const reason = this.#stop?.reason;
    return {
      taskArn: arn,
      clusterArn,
      taskDefinitionArn: definitionArn,
      containers: [
        {
          containerArn: `${arn.replace(":task/", ":container/")}/0`,
          taskArn: arn,
          name: container,
          lastStatus: this.#status === "PROVISIONING" ? "PENDING" : this.#status,
          ...(exitCode === undefined ? {} : { exitCode }),
          ...(reason === undefined ? {} : { reason }),
        },
      ],
      createdAt: this.createdAt / 1000,
      desiredStatus: this.#desired,
      lastStatus: this.#status,
      launchType: (input["launchType"] as string | undefined) ?? "FARGATE",
      overrides: (input["overrides"] as object | undefined) ?? {},
      startedBy: input["startedBy"],
      version: this.#version,
      ...this.#times,
      ...(this.#stop === null ? {} : { stopCode: this.#stop.stopCode, stoppedReason: this.#stop.stoppedReason }),
    };
  }
}

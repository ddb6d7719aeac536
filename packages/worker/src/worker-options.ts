/** What a worker is given by whoever composes it. It reads neither environment nor files of configuration itself. */
import type { Clock, Json, Masker, RunFacts, TaskQuestion } from "@momiji/core";
import type { OperatorDefinition, SensorDefinition } from "@momiji/sdk";
import type { OpenLogSink } from "./logs/log-sink.ts";

export interface WorkerOptions {
  /** Said to the engine with each start of an attempt. */
  readonly name: string;
  /** Folder for outcomes that nobody has acknowledged and for records of running processes. One worker at a time. */
  readonly stateDir: string;
  readonly logs: OpenLogSink;
  /** Operators and sensors of the async lane, by name. */
  readonly operators: ReadonlyMap<string, OperatorDefinition | SensorDefinition>;
  /**
   * Answers what running code asks: XComs (of one task: its value; of several: a list, null where there is none), variables,
   * connections, other runs. Undefined: there is no such thing. May reject with an error that has a `code`.
   */
  readonly ask: (attemptId: string, question: TaskQuestion, run: RunFacts) => Promise<Json | undefined>;
  readonly clock: Clock;
  /** The environment of function children, and of commands that inherit one. */
  readonly childEnv: { readonly [name: string]: string | undefined };
  /** Hides secrets in logs and failures; passwords that tasks ask for are added to it. Default: none is known at first. */
  readonly secrets?: Masker;
  /** Function children at most; default 32. */
  readonly maxChildren?: number;
  /** Function children that start without a call having to wait long; default: one for each core. */
  readonly warmChildren?: number;
  /** Bundles that one child may load before it is replaced; default 24. */
  readonly bundlesPerChild?: number;
  /** Heap of a function child, unless the task says otherwise; default 512. */
  readonly functionMemoryMiB?: number;
  /** Between SIGTERM and SIGKILL; default 5000. */
  readonly killGraceMillis?: number;
  /** A trigger, or a job operator, that keeps its process busy for so long fails; default 10 s. */
  readonly hostBlockedMillis?: number;
  /** How long `stop` waits for what is left of jobs that have ended to be removed; the next worker goes on with it. Default 10 s. */
  readonly cleanUpMillis?: number;
  /** Largest XCom; default 1 MiB. */
  readonly maxXComBytes?: number;
  /** Output of one attempt that is kept; the rest is counted and dropped. Default 100 MiB. */
  readonly maxLogBytes?: number;
  /** Told of what goes wrong beside the attempts: a full disk, a child that died idle. */
  readonly warn?: (message: string) => void;
}

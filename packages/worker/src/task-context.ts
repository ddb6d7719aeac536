/**
 * What running code of a task sees, built where it runs: in a function child, or in the worker for operators that wait.
 * Dates are made when they are looked at, since most tasks never do.
 */
import type { AssetKey, InstanceKey, Json, Micros, RunFacts, RunState, TaskQuestion } from "@momiji/core";
import { fromTemporal, toTemporal } from "@momiji/core/time";
import type {
  Asset,
  AssetAlias,
  Connection,
  FoundTasks,
  InletWindow,
  KeptState,
  RunStates,
  TaskContext,
  TaskLog,
  Triggered,
} from "@momiji/sdk";
import { type OutletNotes, readEvent, readInletEvents } from "./task-assets.ts";

type ZonedDateTime = Exclude<TaskContext["logicalDate"], null>;

/** The facts of a run that the context shows. */
export type ContextRun = Pick<
  RunFacts,
  | "dagId"
  | "runId"
  | "runType"
  | "logicalDate"
  | "dataIntervalStart"
  | "dataIntervalEnd"
  | "runAfter"
  | "conf"
  | "params"
  | "timezone"
  | "triggeringAssetEvents"
>;

export interface ContextFacts {
  readonly attemptId: string;
  readonly taskId: string;
  readonly mapIndex: number;
  readonly tryNumber: number;
  readonly maxTries: number;
  readonly run: ContextRun;
}

/** What the context does is done by whoever runs the attempt. */
export interface ContextServices {
  readonly now: () => Micros;
  readonly log: (level: keyof TaskLog, message: string) => void;
  readonly maskSecret: (value: Json) => void;
  readonly signal: () => AbortSignal;
  readonly push: (key: string, value: Json) => void;
  readonly outlets: OutletNotes;
  readonly ask: (question: TaskQuestion) => Promise<Json | undefined>;
}

export function taskContext(facts: ContextFacts, services: ContextServices): TaskContext {
  return new AttemptContext(facts, services);
}

/** Of a task or of a callback; those call something else their `state`. */
export class RunningContext implements Omit<TaskContext, "state"> {
  readonly dagId: string;
  readonly runId: string;
  readonly runType: TaskContext["runType"];
  readonly taskId: string;
  readonly mapIndex: number;
  readonly attemptId: string;
  readonly tryNumber: number;
  readonly maxTries: number;
  readonly params: { readonly [name: string]: Json };
  readonly conf: { readonly [name: string]: Json };
  readonly #run: ContextRun;
  readonly #services: ContextServices;
  #dates: { logicalDate?: ZonedDateTime; start?: ZonedDateTime; end?: ZonedDateTime; runAfter?: ZonedDateTime } = {};

  constructor(facts: ContextFacts, services: ContextServices) {
    this.#run = facts.run;
    this.#services = services;
    this.dagId = facts.run.dagId;
    this.runId = facts.run.runId;
    this.runType = facts.run.runType;
    this.taskId = facts.taskId;
    this.mapIndex = facts.mapIndex;
    this.attemptId = facts.attemptId;
    this.tryNumber = facts.tryNumber;
    this.maxTries = facts.maxTries;
    this.params = facts.run.params;
    this.conf = facts.run.conf;
  }

  get logicalDate(): ZonedDateTime | null {
    const { logicalDate } = this.#run;
    return logicalDate === null ? null : (this.#dates.logicalDate ??= this.#zoned(logicalDate));
  }

  get dataInterval(): { readonly start: ZonedDateTime; readonly end: ZonedDateTime } | null {
    const { dataIntervalStart, dataIntervalEnd } = this.#run;
    if (dataIntervalStart === null || dataIntervalEnd === null) return null;
    const dates = this.#dates;
    return {
      start: (dates.start ??= this.#zoned(dataIntervalStart)),
      end: (dates.end ??= this.#zoned(dataIntervalEnd)),
    };
  }

  get runAfter(): ZonedDateTime {
    return (this.#dates.runAfter ??= this.#zoned(this.#run.runAfter));
  }

  now(): ReturnType<TaskContext["now"]> {
    return toTemporal(this.#services.now());
  }

  get signal(): AbortSignal {
    return this.#services.signal();
  }

  get log(): TaskLog {
    return taskLog(this.#services);
  }

  maskSecret(value: Json): void {
    this.#services.maskSecret(value);
  }

  get xcom(): TaskContext["xcom"] {
    const { ask, push } = this.#services;
    return {
      pull: (taskId, options = {}) => ask({ ask: "xcom", taskIds: [taskId], key: "return_value", ...options }),
      push,
    };
  }

  get outletEvents(): TaskContext["outletEvents"] {
    return this.#services.outlets.of;
  }

  inletEvents(of: Asset | AssetAlias, window?: InletWindow): ReturnType<TaskContext["inletEvents"]> {
    return readInletEvents(this.#services.ask, of, window);
  }

  get triggeringAssetEvents(): TaskContext["triggeringAssetEvents"] {
    return (this.#run.triggeringAssetEvents ?? []).map(readEvent);
  }

  get variables(): TaskContext["variables"] {
    return { get: (key) => this.#services.ask({ ask: "variable", key }) as Promise<string | undefined> };
  }

  get connections(): TaskContext["connections"] {
    return {
      get: (id) => this.#services.ask({ ask: "connection", id }) as Promise<unknown> as Promise<Connection | undefined>,
    };
  }

  get runs(): TaskContext["runs"] {
    return taskRuns(this.#services.ask);
  }

  #zoned(at: Micros): ZonedDateTime {
    return toTemporal(at).toZonedDateTimeISO(this.#run.timezone);
  }
}

function keptState(ask: ContextServices["ask"], by: InstanceKey, asset: AssetKey | undefined): KeptState {
  const question = { ask: "state", by, ...(asset === undefined ? {} : { asset }) } as const;
  return {
    get: (key) => ask({ ...question, act: "get", key }),
    set: async (key, value, how) => void (await ask({ ...question, act: "set", key, value, ...how })),
    delete: async (key) => void (await ask({ ...question, act: "remove", key })),
    clear: async () => void (await ask({ ...question, act: "remove" })),
  };
}

/** Of an attempt, which keeps something from one time to the next. */
export class AttemptContext extends RunningContext implements TaskContext {
  readonly #ask: ContextServices["ask"];

  constructor(facts: ContextFacts, services: ContextServices) {
    super(facts, services);
    this.#ask = services.ask;
  }

  get state(): TaskContext["state"] {
    const by = { taskId: this.taskId, mapIndex: this.mapIndex };
    const keep = (asset?: AssetKey): KeptState => keptState(this.#ask, by, asset);
    return { ...keep(), of: ({ name, uri }) => keep({ name, uri }) };
  }
}

function taskLog({ log }: ContextServices): TaskLog {
  const at =
    (level: keyof TaskLog): TaskLog["info"] =>
    (message, fields) =>
      log(level, fields === undefined ? message : `${message} ${JSON.stringify(fields)}`);
  return { debug: at("debug"), info: at("info"), warning: at("warning"), error: at("error") };
}

function taskRuns(ask: ContextServices["ask"]): TaskContext["runs"] {
  return {
    async statesAt(dagId, logicalDate, taskIds) {
      const answer = await ask({ ask: "task-states", dagId, logicalDate: fromTemporal(logicalDate), taskIds });
      return (answer ?? null) as RunStates | null;
    },
    async state(dagId, runId) {
      return ((await ask({ ask: "run-state", dagId, runId })) ?? null) as RunState | null;
    },
    async tasksOf(dagId, taskIds, groupId) {
      const group = groupId === undefined ? {} : { groupId };
      return ((await ask({ ask: "dag-tasks", dagId, taskIds, ...group })) ?? null) as FoundTasks | null;
    },
    async trigger(dagId, request, how = {}) {
      return (await ask({ ask: "trigger-dag-run", dagId, request, ...how })) as unknown as Triggered;
    },
  };
}

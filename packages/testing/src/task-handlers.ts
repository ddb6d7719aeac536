/** What stands in for a worker in `runDag`: functions and sensors of the DAG are called, everything else is as planned. */
import {
  type AttemptOrder,
  type AttemptOutcome,
  buildGraph,
  type CallbackEvent,
  type CallbackOrder,
  type DagGraph,
  type DagSpec,
  endByAnswer,
  type GraphTask,
  instanceName,
  type Json,
  judgeOutcome,
  mappedValues,
  type Micros,
  problemOfOptions,
  RETURN_VALUE,
  spreadOutputs,
  type TaskSpec,
  WAIT_FOR,
} from "@momiji/core";
import { inlineDefault, type InlineHandler, type InlineResult } from "@momiji/executors";
import {
  askRetryFunction,
  asSkipDecision,
  type CallbackContext,
  type Dag,
  isDeferred,
  type RetryFunction,
  type TaskContext,
} from "@momiji/sdk";
import { answerState, pullXCom, type Store } from "@momiji/store";
import {
  contextFor,
  type ContextServices,
  outcomeOfThrown,
  OutletNotes,
  settleMapping,
  withBundleValues,
} from "@momiji/worker";
import { deferralTimedOut, TIMED_OUT, waitFor } from "./deferred-task.ts";
import type { VirtualClock } from "./virtual-clock.ts";

export interface TaskPlan {
  /** Tasks, or instances (`load[2]`), that fail without being called: with this message, or only so many times. */
  readonly fail?: { readonly [taskId: string]: string | { readonly times: number; readonly message?: string } };
  /** What tasks return that run outside of functions (bash, http, ...), or single instances of them; those not named return nothing. */
  readonly outputs?: { readonly [taskId: string]: Json };
  /** What people answer; a task that asks and is not named waits until its time is up. */
  readonly answers?: { readonly [taskId: string]: PlannedAnswer };
}

export interface PlannedAnswer {
  readonly chosenOptions: readonly string[];
  /** What is entered into a form. */
  readonly paramsInput?: { readonly [name: string]: Json };
}

/** A callback that was called. */
export interface CalledBack {
  /** Null: of the DAG. */
  readonly taskId: string | null;
  readonly event: CallbackEvent;
  /** `function`, the name of the function, or that of the notifier. */
  readonly name: string;
  readonly reason: string;
}

interface Surroundings {
  readonly store: Store;
  readonly clock: VirtualClock;
  readonly plan: TaskPlan;
}

export interface Handlers {
  readonly handlers: ReadonlyMap<string, InlineHandler>;
  readonly callbacks: InlineHandler;
  /** In order. */
  readonly called: readonly CalledBack[];
  /** Attempts that have been begun and have not ended. */
  running(): number;
  /** Resolves when one of them has ended; rejects if the engine itself failed. */
  progress(): Promise<void>;
  failed(error: unknown): void;
}

export function createHandlers(dag: Dag, spec: DagSpec, around: Surroundings): Handlers {
  const inFlight = new Set<Promise<unknown>>();
  const broken = Promise.withResolvers<never>();
  broken.promise.catch(() => undefined);
  const graph = buildGraph(spec);
  const watched = (result: Promise<InlineResult>): Promise<InlineResult> => {
    const ended = result.finally(() => inFlight.delete(ended));
    inFlight.add(ended);
    return ended;
  };
  const handler: InlineHandler = (order) => {
    const asked = answered(graph, order, around);
    if (asked !== null) return asked;
    const planned = plannedResult(around.plan, order);
    if (planned !== null) return finished(order, planned);
    return watched(call(dag, order, around).then((ended) => finished(order, ended)));
  };
  const called: CalledBack[] = [];
  const callbacks: InlineHandler = (order) => {
    const { callback, task } = order;
    if (callback === undefined) return success(undefined);
    const { taskId, facts } = callback;
    called.push({ taskId, event: facts.event, name: task.operator, reason: facts.reason });
    return task.lane === "function" ? watched(callBack(dag, callback, { order, around })) : success(undefined);
  };
  return {
    callbacks,
    called,
    handlers: new Map(spec.tasks.map((task) => [task.taskId, handler])),
    running: () => inFlight.size,
    progress: async () => void (await Promise.race([...inFlight, broken.promise])),
    failed: (error) => broken.reject(error),
  };
}

/** What a person is said to answer, at once; without a plan the question itself. */
function answered(
  graph: DagGraph,
  { task, attemptId }: AttemptOrder,
  { clock, plan }: Surroundings,
): InlineResult | null {
  if (task.input === undefined) return null;
  const at = clock.now();
  const planned = plan.answers?.[task.taskId];
  if (planned === undefined) return inlineDefault(task, at);
  const { chosenOptions, paramsInput = task.input.form?.defaults ?? {} } = planned;
  const problem = problemOfOptions(task.input, chosenOptions);
  if (problem !== null) throw new Error(`the planned answer to ${task.taskId}: ${problem}`);
  const answer = { chosenOptions, paramsInput, respondedAt: at, respondedBy: { id: "test", name: "test" } };
  return endByAnswer(graph, graph.tasks[graph.indexOf.get(task.taskId) ?? -1] as GraphTask, {
    type: "answered",
    attemptId,
    at,
    answer,
  });
}

async function callBack(
  dag: Dag,
  callback: CallbackOrder,
  { order, around }: { readonly order: AttemptOrder; readonly around: Surroundings },
): Promise<InlineResult> {
  const { taskId, ordinal, facts } = callback;
  try {
    const body = dag.callbackOf({ taskId, event: facts.event, ordinal });
    const ctx = contextOf(order, around, { xcoms: [], outlets: new OutletNotes(undefined, 0) }) as TaskContext &
      CallbackContext;
    await body?.(ctx, order.task.params ?? {});
    return success(undefined);
  } catch (error) {
    return { outcome: outcomeOfThrown(error) };
  }
}

function plannedResult({ fail = {}, outputs = {} }: TaskPlan, order: AttemptOrder): InlineResult | null {
  const { task, tryNumber } = order;
  const own = instanceName({ taskId: task.taskId, mapIndex: order.mapIndex });
  const failure = fail[own] ?? fail[task.taskId];
  const output = outputs[own] ?? outputs[task.taskId];
  if (failure !== undefined) {
    const { times, message } =
      typeof failure === "string" ? { times: Number.POSITIVE_INFINITY, message: failure } : failure;
    if (tryNumber <= times)
      return { outcome: { kind: "failed", code: "planned", message: message ?? "failed as planned", retryable: true } };
  }
  const isCalled = task.lane === "function" && task.operator !== WAIT_FOR;
  if (isCalled && output === undefined) return null;
  return success(output);
}

async function call(dag: Dag, ordered: AttemptOrder, around: Surroundings): Promise<InlineResult> {
  const body = dag.bodyOf(ordered.task.taskId);
  const xcoms: { key: string; value: Json }[] = [];
  const outlets = new OutletNotes(ordered.task.outlets, Number.POSITIVE_INFINITY);
  const said = (result: InlineResult): InlineResult => ({ ...withXComs(result, xcoms), assetEvents: outlets.written });
  try {
    if (body === undefined) throw new Error(`the DAG has no body for ${ordered.task.taskId}`);
    const order = mappedOrder(dag, ordered);
    const ctx = contextOf(order, around, { xcoms, outlets });
    const params = order.task.params ?? {};
    if (body.kind === "function")
      return said(await inTheEnd(await body.run(order.inputs, ctx, params), ctx, around.clock));
    return said(await poke(() => body.definition.poke(ctx, params), order, around.clock));
  } catch (error) {
    return said({
      outcome: outcomeOf(error, { policy: body?.retryPolicy, ctx: contextOf(ordered, around, { xcoms, outlets }) }),
    });
  }
}

/** A task that defers waits in this process, and goes on when its trigger has fired. */
async function inTheEnd(value: unknown, ctx: TaskContext, clock: VirtualClock): Promise<InlineResult> {
  let result = value;
  while (isDeferred(result)) {
    const deadline = clock.now() + (result.request.timeoutSeconds ?? Number.POSITIVE_INFINITY) * 1e6;
    const event = await waitFor(result, { ctx, clock, deadline });
    if (event === TIMED_OUT) return { outcome: deferralTimedOut(result) };
    result = result.resume === undefined ? event : await result.resume.run(ctx, event as Json, result.request.state);
  }
  return returned(result);
}

/** With what its mapping gives, functions of the DAG included. */
function mappedOrder(dag: Dag, ordered: AttemptOrder): AttemptOrder {
  const { order, later } = settleMapping(ordered);
  if (later === null) return order;
  const apply = dag.mapFunctionOf(later.owner);
  if (apply === undefined) throw new Error(`the DAG has no mapping of ${later.owner}`);
  return withBundleValues(order, mappedValues(later, order.task.groupInputs, apply));
}

interface Said {
  readonly xcoms: { key: string; value: Json }[];
  readonly outlets: OutletNotes;
}

function contextOf(order: AttemptOrder, { store }: Surroundings, { xcoms, outlets }: Said) {
  const facts = { ...order, taskId: order.task.taskId };
  const services: ContextServices = {
    log: () => undefined,
    maskSecret: () => undefined,
    now: () => order.run.runAfter,
    signal: () => new AbortController().signal,
    push: (key, value) => void xcoms.push({ key, value }),
    outlets,
    ask: async (question) => {
      if (question.ask === "state") return answerState(store, { run: order.run, question }, order.run.runAfter);
      if (question.ask !== "xcom") return undefined;
      const { key, mapIndex } = question;
      const of = { runKey: order.run.runKey, key, ...(mapIndex !== undefined && { mapIndex }) };
      const values = await Promise.all(question.taskIds.map((taskId) => pullXCom(store, { ...of, taskId })));
      return values.length === 1 ? values[0] : values.map((value) => value ?? null);
    },
  };
  return contextFor(facts, services, order.callback);
}

type PokeResult = Awaited<ReturnType<Extract<ReturnType<Dag["bodyOf"]>, { kind: "sensor" }>["definition"]["poke"]>>;

/** Asks until the answer is yes; between two questions the clock moves on, up to the sensor's time-out. */
async function poke(
  ask: () => PokeResult | Promise<PokeResult>,
  { task }: AttemptOrder,
  clock: VirtualClock,
): Promise<InlineResult> {
  const interval = (task.sensor?.pokeIntervalSeconds ?? 60) * 1e6;
  const deadline = clock.now() + (task.sensor?.timeoutSeconds ?? 604_800) * 1e6;
  for (;;) {
    const answer = await ask();
    if (answer === true) return success(undefined);
    if (answer !== false && answer.done) return success(answer.value);
    const next =
      answer !== false && answer.askAgainAt !== undefined ? answer.askAgainAt * 1000 : clock.now() + interval;
    if (next > deadline) return { outcome: timedOut(task) };
    await moment(clock, next);
  }
}

/** Moves the clock itself, since the run has nothing else that would: the sensor is in flight. */
async function moment(clock: VirtualClock, at: Micros): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  clock.moveTo(at);
}

function timedOut({ sensor }: TaskSpec): AttemptOutcome {
  const message = `the sensor found nothing within ${sensor?.timeoutSeconds ?? 604_800} s`;
  return sensor?.softFail === true
    ? { kind: "skipped", message }
    : { kind: "failed", code: "sensor_timeout", message, retryable: false };
}

function success(value: Json | undefined): InlineResult {
  return value === undefined
    ? { outcome: { kind: "success" } }
    : { outcome: { kind: "success" }, xcoms: [{ key: RETURN_VALUE, value }] };
}

function withXComs(result: InlineResult, pushed: readonly { key: string; value: Json }[]): InlineResult {
  return pushed.length === 0 ? result : { ...result, xcoms: [...pushed, ...(result.xcoms ?? [])] };
}

/** A branch or a short circuit returns what it decided against. */
function returned(value: unknown): InlineResult {
  const decision = asSkipDecision(value);
  if (decision === null) return success(value as Json | undefined);
  const result = success(decision.value as Json | undefined);
  return { ...result, outcome: { kind: "success", skipDownstream: decision.skip } };
}

/** What a worker does with every end of an attempt. */
function finished({ task }: AttemptOrder, result: InlineResult): InlineResult {
  const came = spreadOutputs(task, { outcome: result.outcome, xcoms: result.xcoms ?? [] });
  return { ...result, outcome: judgeOutcome(came.outcome, task), xcoms: came.xcoms };
}

interface Thrown {
  readonly policy: RetryFunction | undefined;
  readonly ctx: TaskContext;
}

function outcomeOf(error: unknown, { policy, ctx }: Thrown): AttemptOutcome {
  const outcome = outcomeOfThrown(error);
  const mayRetry = outcome.kind === "failed" && outcome.retryable && outcome.retry === undefined;
  if (policy === undefined || !mayRetry) return outcome;
  const retry = askRetryFunction(policy, error, ctx);
  return retry === undefined ? outcome : { ...outcome, retry };
}

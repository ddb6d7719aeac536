/** One call within a child: the function or the sensor's question, its context, and what came of it. */
import { inspect } from "node:util";
import {
  type AttemptOutcome,
  type BundleRef,
  type DeferRequest,
  type FailedOutcome,
  type Json,
  type MappedPart,
  mappedValues,
  type TaskQuestion,
  type XComWrite,
} from "@momiji/core";
import {
  askRetryFunction,
  asSkipDecision,
  type CallbackContext,
  isDeferred,
  type PokeAnswer,
  type TaskBody,
  type TaskContext,
} from "@momiji/sdk";
import { contextFor } from "../callback-context.ts";
import { LazyAbort } from "../lazy-abort.ts";
import { SUCCESS } from "../outcomes.ts";
import { OutletNotes } from "../task-assets.ts";
import type { ContextRun, ContextServices } from "../task-context.ts";
import { outcomeOfThrown } from "../thrown.ts";
import { xcomValue } from "../xcom-value.ts";
import {
  asWritten,
  type Bundle,
  bodyIn,
  type CallbackCode,
  callbackIn,
  load,
  loadedBundle,
  mapFunctionIn,
  notLoadable,
  resumeIn,
} from "./child-bundles.ts";
import type { ChildOutput } from "./child-output.ts";
import { type CallResult, type ChildCall, LEVELS, type PokeResult } from "./child-protocol.ts";

export interface ChildAttemptServices {
  readonly output: ChildOutput;
  readonly ask: (question: TaskQuestion) => Promise<Json | undefined>;
  readonly maskSecret: (value: Json) => void;
  /** Microseconds since the call began. */
  readonly elapsed: () => number;
  readonly maxXComBytes: number;
  readonly done: (result: CallResult) => void;
}

/** A call with what calls before it may have told of it. */
export interface ArrivedCall {
  readonly call: ChildCall;
  readonly run: ContextRun;
  readonly bundle: BundleRef;
}

export class ChildAttempt {
  readonly #call: ChildCall;
  readonly #run: ContextRun;
  readonly #bundle: BundleRef;
  readonly #services: ChildAttemptServices;
  #inputs: NonNullable<ChildCall["inputs"]>;
  #params: NonNullable<ChildCall["params"]>;
  #xcoms: XComWrite[] = [];
  readonly #outlets: OutletNotes;
  readonly #abort = new LazyAbort();
  #isDone = false;
  #body: TaskBody | undefined;

  constructor({ call, run, bundle }: ArrivedCall, services: ChildAttemptServices) {
    this.#call = call;
    this.#bundle = bundle;
    this.#inputs = call.inputs ?? {};
    this.#params = call.params ?? {};
    this.#run = run;
    this.#services = services;
    this.#outlets = new OutletNotes(call.outlets, services.maxXComBytes);
  }

  start(): void {
    this.#services.output.open();
    const bundle = loadedBundle(this.#bundle);
    if (bundle !== undefined) this.#begin(bundle);
    else void this.#loadAndBegin();
  }

  abort(reason: string): void {
    this.#abort.abort(reason);
  }

  /** Values pushed since the last time. */
  takeXComs(): XComWrite[] {
    const xcoms = this.#xcoms;
    this.#xcoms = [];
    return xcoms;
  }

  /** Only the first outcome counts. */
  threw(error: unknown, leaving: boolean): void {
    const outcome = this.#judged(outcomeOfThrown(error), error);
    this.#done({ outcome: asWritten(outcome, this.#bundle) }, leaving);
  }

  /** Asks a retry policy that is a function. One that throws itself has said nothing. */
  #judged(outcome: AttemptOutcome, error: unknown): AttemptOutcome {
    const policy = this.#body?.retryPolicy;
    const mayRetry = outcome.kind === "failed" && outcome.retryable && outcome.retry === undefined;
    if (policy === undefined || !mayRetry) return outcome;
    try {
      const retry = askRetryFunction(policy, error, this.#context());
      return retry === undefined ? outcome : { ...outcome, retry };
    } catch (thrown) {
      const message = `the retry policy failed, so the task's own retries hold: ${inspect(thrown)}`;
      this.#services.output.add("task", LEVELS.indexOf("error"), message);
      return outcome;
    }
  }

  async #loadAndBegin(): Promise<void> {
    try {
      this.#begin(await load(this.#bundle));
    } catch (error) {
      this.#done({ outcome: notLoadable(error) });
    }
  }

  /** Awaits only what is a promise: a function that is not async has ended when it returns. */
  #begin(bundle: Bundle): void {
    if (this.#call.mapped !== undefined && !this.#takeMapped(bundle, this.#call.mapped)) return;
    const body = this.#codeIn(bundle);
    if (body.kind === "failed") {
      this.#done({ outcome: body });
      return;
    }
    if (body.kind !== "callback") this.#body = body;
    try {
      const value = this.#invoke(body);
      if (isThenable(value)) void this.#settle(body, value);
      else this.#returned(body, value);
    } catch (error) {
      this.threw(error, false);
    }
  }

  #codeIn(bundle: Bundle): TaskBody | CallbackCode | FailedOutcome {
    const { resume: going, taskId, callback } = this.#call;
    const { dagId } = this.#run;
    if (callback !== undefined) return callbackIn(bundle, dagId, callback);
    if (going === undefined) return bodyIn(bundle, dagId, taskId);
    const resume = resumeIn(bundle, going.name);
    if (!("run" in resume)) return resume;
    const retryPolicy = bundle.dags.get(dagId)?.bodyOf(taskId)?.retryPolicy;
    return {
      kind: "function",
      run: (_inputs, ctx) => resume.run(ctx, going.event, going.state),
      ...(retryPolicy === undefined ? {} : { retryPolicy }),
    };
  }

  /** Lets the functions of the bundle make their values; false: the call is over with that. */
  #takeMapped(bundle: Bundle, part: MappedPart): boolean {
    try {
      const apply = mapFunctionIn(bundle, this.#run.dagId, part.owner);
      const { inputs, params } = mappedValues(part, this.#call.groupInputs, apply);
      if (this.#call.valuesOnly === true) this.#done({ outcome: SUCCESS, value: { inputs, params } });
      else {
        this.#inputs = { ...this.#inputs, ...inputs };
        this.#params = { ...this.#params, ...params };
      }
      return this.#call.valuesOnly !== true;
    } catch (error) {
      this.threw(error, false);
      return false;
    }
  }

  async #settle(body: TaskBody | CallbackCode, promise: PromiseLike<unknown>): Promise<void> {
    try {
      this.#returned(body, await promise);
    } catch (error) {
      this.threw(error, false);
    }
  }

  #invoke(body: TaskBody | CallbackCode): unknown {
    const params = this.#params;
    const ctx = this.#context();
    if (body.kind === "callback") return body.run(ctx as TaskContext & CallbackContext, params);
    return body.kind === "function" ? body.run(this.#inputs, ctx, params) : body.definition.poke(ctx, params);
  }

  #returned(body: TaskBody | CallbackCode, value: unknown): void {
    if (body.kind === "sensor") {
      this.#done({ poke: this.#pokeResult(value as PokeAnswer) });
      return;
    }
    if (isDeferred(value)) return this.#done({ defer: value.request });
    const decision = asSkipDecision(value);
    if (decision === null) return this.#succeeded(SUCCESS, value);
    this.#succeeded({ kind: "success", skipDownstream: decision.skip }, decision.value);
  }

  #succeeded(outcome: AttemptOutcome, value: unknown): void {
    if (!this.#call.push || value === undefined) this.#done({ outcome });
    else this.#done({ outcome, value: xcomValue("the return value", value, this.#services.maxXComBytes) });
  }

  #pokeResult(answer: PokeAnswer): PokeResult {
    if (typeof answer !== "object" || answer === null) return { done: answer };
    if (!answer.done || answer.value === undefined) return answer;
    return { done: true, value: xcomValue("the sensor's value", answer.value, this.#services.maxXComBytes) };
  }

  #done(
    result: { outcome: AttemptOutcome; value?: Json } | { poke: PokeResult } | { defer: DeferRequest },
    leaving = false,
  ): void {
    if (this.#isDone) return;
    this.#isDone = true;
    const { output } = this.#services;
    const lines = output.close();
    const xcoms = this.takeXComs();
    const assetEvents = this.#outlets.written;
    this.#services.done({
      ...result,
      ...(lines.length > 0 ? { lines } : {}),
      ...(xcoms.length > 0 ? { xcoms } : {}),
      ...(assetEvents.length > 0 ? { assetEvents } : {}),
      ...(output.dropped > 0 ? { dropped: output.dropped } : {}),
      ...(leaving ? { leaving } : {}),
    });
  }

  #context(): TaskContext {
    const { id, taskId, mapIndex = -1, tryNumber, maxTries, callback } = this.#call;
    const { output, ask, elapsed, maskSecret, maxXComBytes } = this.#services;
    const facts = { attemptId: id, taskId, mapIndex, tryNumber, maxTries, run: this.#run };
    const services: ContextServices = {
      now: () => this.#call.now + elapsed(),
      log: (level, message) => output.add("task", LEVELS.indexOf(level), message),
      maskSecret,
      signal: () => this.#abort.signal(),
      push: (key, value) => {
        this.#xcoms.push({ key, value: xcomValue(`the value pushed as "${key}"`, value, maxXComBytes) });
        output.sendSoon();
      },
      ask,
      outlets: this.#outlets,
    };
    return contextFor(facts, services, callback);
  }
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === "object" && value !== null && typeof (value as { then?: unknown }).then === "function";
}

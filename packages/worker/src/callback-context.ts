/** What a callback sees, where it runs: the context of a task with what has happened. */
import type { CallbackOrder } from "@momiji/core";
import { toTemporal } from "@momiji/core/time";
import type { CallbackContext, TaskContext } from "@momiji/sdk";
import { type ContextFacts, type ContextServices, RunningContext, taskContext } from "./task-context.ts";

class RunningCallbackContext extends RunningContext {
  readonly #callback: CallbackOrder;

  constructor(facts: ContextFacts, services: ContextServices, callback: CallbackOrder) {
    super(facts, services);
    this.#callback = callback;
  }

  get callbackId(): string {
    return this.#callback.id;
  }

  get delivery(): number {
    return this.#callback.delivery;
  }

  get event(): CallbackContext["event"] {
    return this.#callback.facts.event;
  }

  get reason(): string {
    return this.#callback.facts.reason;
  }

  get exception(): CallbackContext["exception"] {
    return this.#callback.facts.exception;
  }

  get state(): CallbackContext["state"] {
    return this.#callback.facts.instance?.state ?? null;
  }

  get runState(): CallbackContext["runState"] {
    return this.#callback.facts.runState;
  }

  get deadline(): CallbackContext["deadline"] {
    const { deadline } = this.#callback.facts;
    return deadline === undefined ? null : { name: deadline.name, dueAt: toTemporal(deadline.dueAt) };
  }

  get question(): CallbackContext["question"] {
    return this.#callback.facts.question ?? null;
  }
}

/** The context of an order: of a task, or of a callback. */
export function contextFor(
  facts: ContextFacts,
  services: ContextServices,
  callback: CallbackOrder | undefined,
): TaskContext {
  if (callback === undefined) return taskContext(facts, services);
  const about = { ...facts, attemptId: callback.facts.instance?.attemptId ?? "" };
  // Its body is told by the types of the sdk that it is given that of a callback.
  return new RunningCallbackContext(about, services, callback) as unknown as TaskContext;
}

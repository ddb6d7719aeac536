/** The parts of a bundle that deferred tasks need beside the DAGs: how its triggers wait, and what goes on after them. */
import type { Json } from "@momiji/core";
import type { TaskContext } from "./task-context.ts";

/** How an author's trigger waits: `run` resolves with the event, or yields it (the first one counts). */
export interface TriggerDefinition<Params = { readonly [name: string]: Json }, Event = unknown> {
  readonly name: string;
  /** Runs in a process that holds tens of thousands of them: await, never block. It may be started again. */
  run(ctx: TaskContext, params: Params): Promise<Event> | AsyncIterable<Event>;
}

/** A function that goes on with a deferred task. */
export interface Resume<Event, State, R> {
  readonly name: string;
  run(ctx: TaskContext, event: Event, state: State): R;
}

export type AnyResume = Resume<Json, Json | undefined, unknown>;

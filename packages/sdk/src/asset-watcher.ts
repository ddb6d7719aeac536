/**
 * Watchers: code of an author that tells when an asset has changed outside of Momiji. It runs in a process of its own, never
 * in the scheduler's, while a DAG waits for the asset.
 */
import type { AssetKey, Json, Temporal, WatcherSpec } from "@momiji/core";
import { show } from "./checks.ts";
import { DagDefinitionError } from "./definition-error.ts";
import { type DurationInput, positiveSecondsOf } from "./duration.ts";
import type { Connection } from "./connection.ts";
import type { TaskLog } from "./task-log.ts";

/** What a watcher has seen: an event of its asset. */
export interface WatcherEvent {
  readonly extra?: { readonly [name: string]: Json };
}

/** Events together with where the watcher stands after them; both are kept in one step. */
export interface WatcherNews {
  readonly events: readonly WatcherEvent[];
  /** Absent: as it was. */
  readonly cursor?: Json;
}

export interface WatcherContext {
  readonly asset: AssetKey;
  /** What the watcher last gave as its cursor, also in an earlier life; null: nothing yet. */
  readonly cursor: Json;
  readonly log: TaskLog;
  readonly variables: { get(key: string): Promise<string | undefined> };
  readonly connections: { get(id: string): Promise<Connection | undefined> };
  now(): Temporal.Instant;
  /** Aborted when the watcher is no longer wanted. */
  readonly signal: AbortSignal;
}

export type WatcherAnswer = readonly WatcherEvent[] | WatcherNews | undefined;

interface Polled {
  /** Unique within the asset. Default `poll`, or `watch` for a source. */
  readonly name?: string;
  /** How long after an answer it is asked again. */
  readonly every: DurationInput;
  /** Asks outside what is new. What it gives and its cursor are kept before it is asked again. */
  poll(ctx: WatcherContext): WatcherAnswer | Promise<WatcherAnswer>;
}

interface Told {
  readonly name?: string;
  /**
   * A source that tells by itself. The next value is asked for when the last is kept. One that ends or throws is begun
   * anew after a while, with the last cursor.
   */
  watch(ctx: WatcherContext): AsyncIterable<WatcherEvent | WatcherNews>;
}

export type WatcherInput = Polled | Told;

export interface Watcher {
  readonly name: string;
  /** Null: it tells by itself. */
  readonly everySeconds: number | null;
  readonly run: WatcherInput;
}

/** Polling: `watcher({ every: { seconds: 30 }, poll })`; a source of events: `watcher({ watch: async function* () {} })`. */
export function watcher(input: WatcherInput): Watcher {
  const isPolled = "poll" in input;
  const name = input.name ?? (isPolled ? "poll" : "watch");
  const place = `watcher ${show(name)}`;
  if (typeof name !== "string" || name === "") throw new DagDefinitionError(place, "the name must not be empty");
  if (typeof (isPolled ? input.poll : input.watch) !== "function") {
    throw new DagDefinitionError(place, "give it a function: poll (with every), or watch");
  }
  if (isPolled && input.every === undefined) {
    throw new DagDefinitionError(place, "poll needs every, such as { seconds: 30 }");
  }
  const everySeconds = isPolled ? positiveSecondsOf(input.every, `${place}, every`) : null;
  return { name, everySeconds, run: input };
}

export function watcherSpecs(watchers: readonly Watcher[], place: string): readonly WatcherSpec[] {
  const names = watchers.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new DagDefinitionError(place, `two watchers are named ${show(twice)}; give each a name of its own`);
  }
  return watchers.map(({ name, everySeconds }) => ({ name, ...(everySeconds === null ? {} : { everySeconds }) }));
}

/** One answer of either form, as it is kept. */
export function newsOf(answer: WatcherAnswer | WatcherEvent): WatcherNews {
  if (answer === undefined) return { events: [] };
  if (isList(answer)) return { events: answer };
  return "events" in answer ? answer : { events: [answer] };
}

function isList(answer: NonNullable<WatcherAnswer> | WatcherEvent): answer is readonly WatcherEvent[] {
  return Array.isArray(answer);
}

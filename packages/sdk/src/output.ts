/** What tasks hand to each other, and what edges may be drawn between. Types; the objects are in `task-node.ts`. */
import type { EdgeLabel } from "./edge-label.ts";
import type { GroupInput } from "./group-input.ts";
import type { ElementOfValue, Mapped } from "./mapped.ts";
import type { Come, Sent } from "./sent.ts";

declare const VALUE: unique symbol;

/** A task, seen by those after it: an input of theirs, or an end of an edge. `T`: its return value as it arrives. */
export interface Output<T> {
  /** The full id, groups included. */
  readonly taskId: string;
  /** Exists for the compiler only. */
  readonly [VALUE]?: T;
  /** This runs first, then the others. A `label` stands at the edges to those behind it. */
  before(...others: readonly (EdgeEnd | EdgeLabel)[]): void;
  /** The others run first, then this. */
  after(...others: readonly (EdgeEnd | EdgeLabel)[]): void;
  /** It prepares something for the tasks after it: if it does not succeed, none of them runs in its scope. */
  asSetup(): this;
  /** It clears away what setups have prepared: it runs whatever became of the tasks between, once a setup has succeeded. */
  asTeardown(options?: TeardownOptions): this;
  /** To map over its elements changed by a function, see `Mapped.map`. Only of a task that returns a list or an object. */
  map<V extends object, U>(this: ValueOf<V>, apply: (element: ElementOfValue<V>) => U): Mapped<Sent<U>>;
}

/** The value of an output, told from the rest of it: so that `Output<A>` fits `Output<B>` where A fits B. */
interface ValueOf<V> {
  readonly [VALUE]?: V;
}

/** One task, or several. */
export type OneOrMoreTasks = Output<unknown> | readonly Output<unknown>[];

export interface TeardownOptions {
  /** What it clears away after. They are made setups, and run before it. */
  readonly setups?: OneOrMoreTasks;
  /** Whether the run fails if it fails. Default false. */
  readonly onFailureFailDagRun?: boolean;
}

/** A group, seen from outside: an edge to it goes to its first tasks, an edge from it leaves its last ones. */
export interface TaskGroup<T = unknown> {
  /** The full id, groups around it included. */
  readonly groupId: string;
  /** What the function that built the group returned. */
  readonly outputs: T;
  before(...others: readonly (EdgeEnd | EdgeLabel)[]): void;
  after(...others: readonly (EdgeEnd | EdgeLabel)[]): void;
}

export type Linkable = Output<unknown> | TaskGroup;

export type EdgeEnd = Linkable | readonly Linkable[];

/** Inputs of a task by name. */
export interface Inputs {
  readonly [name: string]: Output<unknown> | GroupInput<unknown>;
}

/** The values that arrive for these inputs. */
export type InputValues<I extends Inputs> = {
  readonly [Name in keyof I]: I[Name] extends Output<infer T> ? T : I[Name] extends GroupInput<infer T> ? T : never;
};

/** The output of a task whose function returns `R`, perhaps as a promise. */
export type OutputOf<R> = Output<Come<R>>;

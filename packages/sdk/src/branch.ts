/** `branch` and `shortCircuit`: tasks that decide which of the tasks after them run. */
import { type AuthorMapping, productMapping } from "./author-mapping.ts";
import type { DagDraft } from "./dag-draft.ts";
import { addBranchTo, addGateTo, type Choices, type Decider } from "./decider.ts";
import { taskPlace } from "./definition-error.ts";
import { type FunctionArguments, functionArguments, functionOf } from "./function-arguments.ts";
import { readMapped } from "./map-arguments.ts";
import type { MappedInputs, MappedInputValues } from "./mappable.ts";
import type { Inputs, InputValues, Linkable, Output } from "./output.ts";
import type { Sent } from "./sent.ts";
import type { AdaptContext } from "./task-body.ts";
import type { TaskContext } from "./task-context.ts";
import type { TaskOptions } from "./task-options.ts";

/** Tasks or groups right after the branch, as objects or by their full ids. */
export type Chosen = OneOrMore<Linkable | string>;

type OneOrMore<T> = T | readonly T[] | null;
type MaybePromise<T> = T | Promise<T>;

/** The ids that were chosen; null: none. */
export type BranchOutput = Output<string | readonly string[] | null>;

export interface BranchBuilder<Params> {
  /**
   * Decides which of the tasks right after it run: those that the function returns, one or several, or none (null). The
   * others are skipped, unless they also come after a chosen one. Of a group its id means the tasks that it begins with.
   *
   * With `choices: { full, delta }` the edges are drawn, and the function returns their names, which the compiler checks.
   */
  readonly branch: BranchFunction<Params> & { readonly map: MapBranch<Params> };

  /** Skips everything after it, but for teardowns, if the function returns something falsy; else it does nothing. */
  readonly shortCircuit: ShortCircuitFunction<Params> & { readonly map: MapShortCircuit<Params> };
}

export interface BranchFunction<Params> {
  <I extends Inputs, C extends Choices, const Name extends keyof C & string>(
    id: string,
    options: TaskOptions & { readonly inputs: I; readonly choices: C },
    run: (inputs: InputValues<I>, ctx: TaskContext<Params>) => MaybePromise<OneOrMore<Name>>,
  ): BranchOutput;
  <C extends Choices, const Name extends keyof C & string>(
    id: string,
    options: TaskOptions & { readonly choices: C },
    run: (ctx: TaskContext<Params>) => MaybePromise<OneOrMore<Name>>,
  ): BranchOutput;
  // Those with choices stand first: the others take any text, and what a function returns is read once.
  (id: string, run: (ctx: TaskContext<Params>) => MaybePromise<Chosen>): BranchOutput;
  <I extends Inputs>(
    id: string,
    inputs: I,
    run: (inputs: InputValues<I>, ctx: TaskContext<Params>) => MaybePromise<Chosen>,
  ): BranchOutput;
  <I extends Inputs>(
    id: string,
    options: TaskOptions & { readonly inputs: I; readonly choices?: never },
    run: (inputs: InputValues<I>, ctx: TaskContext<Params>) => MaybePromise<Chosen>,
  ): BranchOutput;
  (
    id: string,
    options: TaskOptions & { readonly choices?: never },
    run: (ctx: TaskContext<Params>) => MaybePromise<Chosen>,
  ): BranchOutput;
}

/** One branch for each element: what one of them decides against is skipped, as in Airflow. */
export interface MapBranch<Params> {
  <const M extends MappedInputs, C extends Choices, const Name extends keyof C & string, I extends Inputs = NoInputs>(
    id: string,
    options: TaskOptions & { readonly over: M; readonly inputs?: I; readonly choices: C },
    run: (inputs: MappedInputValues<M> & InputValues<I>, ctx: TaskContext<Params>) => MaybePromise<OneOrMore<Name>>,
  ): MappedBranchOutput;
  <const M extends MappedInputs, I extends Inputs = NoInputs>(
    id: string,
    options: TaskOptions & { readonly over: M; readonly inputs?: I; readonly choices?: never },
    run: (inputs: MappedInputValues<M> & InputValues<I>, ctx: TaskContext<Params>) => MaybePromise<Chosen>,
  ): MappedBranchOutput;
  <const M extends MappedInputs>(
    id: string,
    over: M & { readonly choices?: never },
    run: (inputs: MappedInputValues<M>, ctx: TaskContext<Params>) => MaybePromise<Chosen>,
  ): MappedBranchOutput;
}

type NoInputs = { readonly [name in never]: never };

/** What each instance has chosen. */
export type MappedBranchOutput = Output<(string | readonly string[] | null)[]>;

export interface ShortCircuitFunction<Params> {
  <R>(id: string, run: (ctx: TaskContext<Params>) => R): Output<Sent<Awaited<R>>>;
  <I extends Inputs, R>(
    id: string,
    inputs: I,
    run: (inputs: InputValues<I>, ctx: TaskContext<Params>) => R,
  ): Output<Sent<Awaited<R>>>;
  <I extends Inputs, R>(
    id: string,
    options: ShortCircuitOptions & { readonly inputs: I },
    run: (inputs: InputValues<I>, ctx: TaskContext<Params>) => R,
  ): Output<Sent<Awaited<R>>>;
  <R>(id: string, options: ShortCircuitOptions, run: (ctx: TaskContext<Params>) => R): Output<Sent<Awaited<R>>>;
}

/** One short circuit for each element: what comes after them is skipped as soon as one of them is closed. */
export interface MapShortCircuit<Params> {
  <const M extends MappedInputs, R, I extends Inputs = NoInputs>(
    id: string,
    options: ShortCircuitOptions & { readonly over: M; readonly inputs?: I },
    run: (inputs: MappedInputValues<M> & InputValues<I>, ctx: TaskContext<Params>) => R,
  ): Output<Sent<Awaited<R>>[]>;
  <const M extends MappedInputs, R>(
    id: string,
    over: M,
    run: (inputs: MappedInputValues<M>, ctx: TaskContext<Params>) => R,
  ): Output<Sent<Awaited<R>>[]>;
}

export interface ShortCircuitOptions extends TaskOptions {
  /**
   * True (default): everything further down is skipped. False: only what comes right after; the trigger rules of the rest
   * decide.
   */
  readonly ignoreDownstreamTriggerRules?: boolean;
}

export function branchBuilder<Params>(draft: DagDraft, adapt: AdaptContext): BranchBuilder<Params> {
  const placeOf = (id: string): string => taskPlace(draft.dagId, draft.fullId(id));
  const plain =
    (add: typeof addBranch) =>
    (id: string, ...rest: readonly unknown[]) =>
      add({ draft, adapt, id }, functionArguments(rest, placeOf(id)));
  const mapped = (add: typeof addBranch) => (id: string, given: object, run: unknown) => {
    const { over, options } = readMapped<TaskOptions & { readonly inputs?: Inputs }>(given);
    const { inputs, ...others } = options;
    const mapping = productMapping(over, placeOf(id));
    return add({ draft, adapt, id }, { inputs, options: others, run: functionOf(run, placeOf(id)), mapping });
  };
  return {
    branch: Object.assign(plain(addBranch), { map: mapped(addBranch) }),
    shortCircuit: Object.assign(plain(addShortCircuit), { map: mapped(addShortCircuit) }),
  } as BranchBuilder<Params>;
}

type Given = FunctionArguments & { readonly mapping?: AuthorMapping };

function addBranch(decider: Decider, given: Given): Output<unknown> {
  const { choices = {}, ...options } = given.options as TaskOptions & { readonly choices?: Choices };
  return addBranchTo(decider, { ...given, options, operator: "branch", choices });
}

function addShortCircuit(decider: Decider, given: Given): Output<unknown> {
  const { ignoreDownstreamTriggerRules = true, ...options } = given.options as ShortCircuitOptions;
  return addGateTo(decider, { ...given, options, operator: "short_circuit", ignoreDownstreamTriggerRules });
}

/** `branch` and `shortCircuit`: tasks that decide which of the tasks after them run. */
import type { DagDraft } from "./dag-draft.ts";
import { addBranchTo, addGateTo, type Choices, type Decider } from "./decider.ts";
import { taskPlace } from "./definition-error.ts";
import { type FunctionArguments, functionArguments } from "./function-arguments.ts";
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
  branch<I extends Inputs, C extends Choices, const Name extends keyof C & string>(
    id: string,
    options: TaskOptions & { readonly inputs: I; readonly choices: C },
    run: (inputs: InputValues<I>, ctx: TaskContext<Params>) => MaybePromise<OneOrMore<Name>>,
  ): BranchOutput;
  branch<C extends Choices, const Name extends keyof C & string>(
    id: string,
    options: TaskOptions & { readonly choices: C },
    run: (ctx: TaskContext<Params>) => MaybePromise<OneOrMore<Name>>,
  ): BranchOutput;
  // Those with choices stand first: the others take any text, and what a function returns is read once.
  branch(id: string, run: (ctx: TaskContext<Params>) => MaybePromise<Chosen>): BranchOutput;
  branch<I extends Inputs>(
    id: string,
    inputs: I,
    run: (inputs: InputValues<I>, ctx: TaskContext<Params>) => MaybePromise<Chosen>,
  ): BranchOutput;
  branch<I extends Inputs>(
    id: string,
    options: TaskOptions & { readonly inputs: I; readonly choices?: never },
    run: (inputs: InputValues<I>, ctx: TaskContext<Params>) => MaybePromise<Chosen>,
  ): BranchOutput;
  branch(
    id: string,
    options: TaskOptions & { readonly choices?: never },
    run: (ctx: TaskContext<Params>) => MaybePromise<Chosen>,
  ): BranchOutput;

  /** Skips everything after it, but for teardowns, if the function returns something falsy; else it does nothing. */
  shortCircuit<R>(id: string, run: (ctx: TaskContext<Params>) => R): Output<Sent<Awaited<R>>>;
  shortCircuit<I extends Inputs, R>(
    id: string,
    inputs: I,
    run: (inputs: InputValues<I>, ctx: TaskContext<Params>) => R,
  ): Output<Sent<Awaited<R>>>;
  shortCircuit<I extends Inputs, R>(
    id: string,
    options: ShortCircuitOptions & { readonly inputs: I },
    run: (inputs: InputValues<I>, ctx: TaskContext<Params>) => R,
  ): Output<Sent<Awaited<R>>>;
  shortCircuit<R>(
    id: string,
    options: ShortCircuitOptions,
    run: (ctx: TaskContext<Params>) => R,
  ): Output<Sent<Awaited<R>>>;
}

export interface ShortCircuitOptions extends TaskOptions {
  /**
   * True (default): everything further down is skipped. False: only what comes right after; the trigger rules of the rest
   * decide.
   */
  readonly ignoreDownstreamTriggerRules?: boolean;
}

export function branchBuilder<Params>(draft: DagDraft, adapt: AdaptContext): BranchBuilder<Params> {
  const read = (id: string, rest: readonly unknown[]) =>
    functionArguments(rest, taskPlace(draft.dagId, draft.fullId(id)));
  return {
    branch: (id: string, ...rest: readonly unknown[]) => addBranch({ draft, adapt, id }, read(id, rest)),
    shortCircuit: (id: string, ...rest: readonly unknown[]) => addShortCircuit({ draft, adapt, id }, read(id, rest)),
  } as BranchBuilder<Params>;
}

function addBranch(decider: Decider, given: FunctionArguments): Output<unknown> {
  const { choices = {}, ...options } = given.options as TaskOptions & { readonly choices?: Choices };
  return addBranchTo(decider, { ...given, options, operator: "branch", choices });
}

function addShortCircuit(decider: Decider, given: FunctionArguments): Output<unknown> {
  const { ignoreDownstreamTriggerRules = true, ...options } = given.options as ShortCircuitOptions;
  return addGateTo(decider, { ...given, options, operator: "short_circuit", ignoreDownstreamTriggerRules });
}

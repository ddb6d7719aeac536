/** Adds a task of this package whose code runs in a process for functions: the part that speaks to AWS is loaded there, when it runs. */
import {
  DagDefinitionError,
  type KnownOfTask,
  type Output,
  placeTask,
  type PokeAnswer,
  type SensorOptions,
  type TaskContext,
  type TaskOptions,
  splitOptions,
} from "@momiji/sdk";
import { withSeconds } from "./own-options.ts";

export interface FunctionOperator<Params> {
  readonly name: string;
  /** The options that are its own, each with whether its texts are templates. */
  readonly params: { readonly [name: string]: boolean };
  readonly durations?: readonly string[];
  readonly required: readonly string[];
  /** What is wrong with what was given, in words; null: nothing. */
  readonly check?: (own: Partial<Params>) => string | null;
}

export interface RunningOperator<Params> extends FunctionOperator<Params> {
  run(ctx: TaskContext, params: Params): Promise<unknown>;
}

export interface AskingOperator<Params> extends FunctionOperator<Params> {
  poke(ctx: TaskContext, params: Params): Promise<PokeAnswer>;
}

export function placeFunction<T, Params>(
  operator: RunningOperator<Params>,
  id: string,
  options: TaskOptions & object,
): Output<T> {
  const body = {
    kind: "function",
    run: (_inputs: object, ctx: TaskContext, params: object) => operator.run(ctx, params as Params),
  } as const;
  return placeTask({ ...placement(operator, id, options), body });
}

export function placeSensor<T, Params>(
  operator: AskingOperator<Params>,
  id: string,
  options: TaskOptions & SensorOptions & object,
): Output<T> {
  const poke = (ctx: TaskContext, params: object): Promise<PokeAnswer> => operator.poke(ctx, params as Params);
  const body = { kind: "sensor", definition: { name: operator.name, templateFields: [], poke } } as const;
  return placeTask({ ...placement(operator, id, options), isSensor: true, body });
}

function placement<Params>(operator: FunctionOperator<Params>, id: string, options: object) {
  const { name, params: names, durations = [], required, check } = operator;
  const { own, task } = splitOptions(options, new Set([...Object.keys(names), ...durations]));
  const params = ({ place }: KnownOfTask): object => {
    const problem = check?.(own) ?? null;
    if (problem !== null) throw new DagDefinitionError(place, problem);
    return withSeconds(own, durations, place);
  };
  const templateFields = Object.keys(names).filter((each) => names[each] === true);
  return { id, operator: name, lane: "function", params, required, templateFields, options: task } as const;
}

/** Options that say with which account it works. */
export const ACCESS_PARAMS = { connection: true, region: true, verify: false } as const;

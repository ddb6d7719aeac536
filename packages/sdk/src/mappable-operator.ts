/** `.map` and `.mapKwargs` of operators: one instance for each element, templates rendered for each. */
import { nearest } from "@momiji/core";
import { setsMapping, productMapping } from "./author-mapping.ts";
import { show } from "./checks.ts";
import { placeMapped } from "./current-mapping.ts";
import { DagDefinitionError } from "./definition-error.ts";
import type { Mapped } from "./mapped.ts";
import type { Output } from "./output.ts";
import { TASK_OPTION_NAMES } from "./task-options.ts";

/** What can be given for a param of this type when the operator is mapped over it. */
type MappableTo<T> = readonly T[] | Output<readonly T[]> | Mapped<T>;

/** The options that are the same for all instances; may be left out if none of them must be there. */
type Fixed<Options> = object extends Options ? [fixed?: Options] : [fixed: Options];

/** Adds a task to the DAG that is being built. */
export interface MappableOperator<Options, Name extends keyof Options, R> {
  (id: string, options: Options): Output<R>;
  /** One instance for each element of what is given for a param; for several params, for every combination. */
  map<Over extends { readonly [N in Name]?: MappableTo<Exclude<Options[N], undefined>> }>(
    id: string,
    over: Over & { readonly [N in Exclude<keyof Over, Name>]: never },
    ...fixed: Fixed<Omit<Options, keyof Over>>
  ): Output<R[]>;
  /** One instance for each object of params (Airflow's `expand_kwargs`). */
  mapKwargs<K extends Name>(
    id: string,
    sets: MappableTo<Pick<Options, K>>,
    ...fixed: Fixed<Omit<Options, K>>
  ): Output<R[]>;
}

/**
 * Gives an operator its `map`. `names`: the options that become params as they are, so that each instance may have its own.
 * @param names `null`: every option that is not one of tasks in general, and is not known to be no param of it
 */
export function mappable<Options, const Name extends keyof Options & string, R>(
  place: (id: string, options: Options) => Output<R>,
  names: readonly Name[] | null | (() => readonly string[] | null),
): MappableOperator<Options, Name, R> {
  const known = (): readonly string[] | null => (typeof names === "function" ? names() : names);
  const map = (id: string, over: object, fixed: object = {}): unknown => {
    const where = `task ${show(id)}, mapped over`;
    checkNames(Object.keys(over), known(), where);
    return placeMapped(productMapping(over, where), where, () => place(id, fixed as Options));
  };
  const mapKwargs = (id: string, sets: object, fixed: object = {}): unknown => {
    const where = `task ${show(id)}, mapped over`;
    const mapping = setsMapping(sets, where);
    for (const [index, given] of (mapping.namesOfSets ?? []).entries())
      checkNames(given, known(), `${where}, element ${index}`);
    return placeMapped(mapping, where, () => place(id, fixed as Options));
  };
  const operator = (id: string, options: Options): Output<R> => place(id, options);
  return Object.assign(operator, { map, mapKwargs }) as MappableOperator<Options, Name, R>;
}

/** `known` null: whatever is no option of tasks. @throws DagDefinitionError with the name that was probably meant */
function checkNames(given: readonly string[], known: readonly string[] | null, where: string): void {
  const wrong = given.find((name) => name in TASK_OPTION_NAMES || known?.includes(name) === false);
  if (wrong === undefined) return;
  const meant = nearest(wrong, known ?? []);
  const able = known === null ? "its params, not options of tasks" : known.join(", ");
  const hint = meant === undefined ? "; what can be" : `, did you mean ${show(meant)}? What can be`;
  throw new DagDefinitionError(where, `${show(wrong)} cannot be mapped over${hint}: ${able}`);
}

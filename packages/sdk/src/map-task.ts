/** `task.map` and `task.mapKwargs`: one instance of a function for each element. */
import { addTask } from "./add-task.ts";
import { type AuthorMapping, productMapping, setsMapping } from "./author-mapping.ts";
import type { DagDraft } from "./dag-draft.ts";
import { taskPlace } from "./definition-error.ts";
import { type MappableSets, readMapped, readSets } from "./map-arguments.ts";
import type { ElementOf, MappedInputs, MappedInputValues } from "./mappable.ts";
import type { Inputs, InputValues, Output } from "./output.ts";
import type { Come } from "./sent.ts";
import { present } from "./present.ts";
import { type AdaptContext, functionBody } from "./task-body.ts";
import { functionOf } from "./function-arguments.ts";
import type { TaskContext } from "./task-context.ts";
import type { TaskOptions } from "./task-options.ts";

/** What all instances together return, in the order of their map indexes. */
export type MappedOutputOf<R> = Output<Come<R>[]>;

type NoInputs = { readonly [name in never]: never };

export interface MapTask<Params> {
  /**
   * One instance for each element; for several inputs, for every combination of theirs. A task that takes its output gets
   * the list of what all instances return; one that is mapped over it gets one element an instance.
   */
  <const M extends MappedInputs, R>(
    id: string,
    over: M,
    run: (inputs: MappedInputValues<M>, ctx: TaskContext<Params>) => R,
  ): MappedOutputOf<R>;
  /** With options, and with inputs that are the same for all instances. */
  <const M extends MappedInputs, R, I extends Inputs = NoInputs>(
    id: string,
    options: TaskOptions & { readonly over: M; readonly inputs?: I },
    run: (inputs: MappedInputValues<M> & InputValues<I>, ctx: TaskContext<Params>) => R,
  ): MappedOutputOf<R>;
}

export interface MapTaskKwargs<Params> {
  /** One instance for each object, whose fields are its inputs (Airflow's `expand_kwargs`). */
  <S extends MappableSets, R>(
    id: string,
    sets: S,
    run: (inputs: ElementOf<S>, ctx: TaskContext<Params>) => R,
  ): MappedOutputOf<R>;
  /** With options, and with inputs that are the same for all instances. */
  <S extends MappableSets, R, I extends Inputs = NoInputs>(
    id: string,
    options: TaskOptions & { readonly over: S; readonly inputs?: I },
    run: (inputs: ElementOf<S> & InputValues<I>, ctx: TaskContext<Params>) => R,
  ): MappedOutputOf<R>;
}

export interface MapTasks<Params> {
  readonly map: MapTask<Params>;
  readonly mapKwargs: MapTaskKwargs<Params>;
}

export function mapTasks<Params>(draft: DagDraft, adapt: AdaptContext): MapTasks<Params> {
  const placeOf = (id: string): string => taskPlace(draft.dagId, draft.fullId(id));
  type Options = TaskOptions & { readonly inputs?: Inputs };
  const add = (id: string, { mapping, options }: { mapping: AuthorMapping; options: Options }, run: unknown) => {
    const { inputs, ...others } = options;
    const call = functionOf(run, placeOf(id));
    return addTask(draft, {
      id,
      operator: "function",
      lane: "function",
      options: others,
      mapping,
      ...present<{ inputs?: Inputs }>({ inputs }),
      body: functionBody((values, ctx) => call(values, ctx), adapt),
    });
  };
  return {
    map: (id: string, given: object, run: unknown) => {
      const { over, options } = readMapped<Options>(given);
      return add(id, { mapping: productMapping(over, placeOf(id)), options }, run);
    },
    mapKwargs: (id: string, given: object, run: unknown) => {
      const { over, options } = readSets<Options>(given);
      return add(id, { mapping: setsMapping(over, placeOf(id)), options }, run);
    },
  } as MapTasks<Params>;
}

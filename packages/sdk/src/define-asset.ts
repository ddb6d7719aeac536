/** `defineAsset`: an asset together with how it is made (Airflow's `@asset`): a DAG with one task that has it as outlet. */
import type { Asset, AssetInput } from "./asset.ts";
import { dag, type AnyParams } from "./dag.ts";
import type { Dag } from "./dag-object.ts";
import type { DagOptions } from "./dag-options.ts";
import { DagDefinitionError } from "./definition-error.ts";
import { asset } from "./make-asset.ts";
import { present } from "./present.ts";
import type { TaskContext } from "./task-context.ts";
import type { TaskOptions } from "./task-options.ts";

export type AssetDefinition<ParamsIn, Params> = AssetInput &
  Omit<DagOptions<ParamsIn, Params>, "id"> & {
    /** Default: the asset's name, which must be one that a DAG may have. */
    readonly id?: string;
    /** Of the one task. */
    readonly task?: Omit<TaskOptions, "outlets">;
  };

/** Both a DAG, to be exported, and an asset, for others to wait for. */
export type DefinedAsset = Dag & Asset;

/** The DAG runs by its schedule (only by hand without one); its success is an event of the asset. */
export function defineAsset<ParamsIn = AnyParams, Params = AnyParams>(
  definition: AssetDefinition<ParamsIn, Params>,
  make: (ctx: TaskContext<Params>) => unknown,
): DefinedAsset {
  const { name, uri, group, extra, watchers, task: taskOptions = {}, id, ...options } = definition;
  const made = asset(present<object>({ name, uri, group, extra, watchers }) as AssetInput);
  if (typeof make !== "function") {
    throw new DagDefinitionError(`asset ${JSON.stringify(made.name)}`, "the last argument must be a function");
  }
  const dagId = id ?? made.name;
  const dagOptions = { ...options, id: dagId } as DagOptions<ParamsIn, Params>;
  const built = dag(dagOptions, ({ task }) => task(dagId, { ...taskOptions, outlets: [made] }, make));
  return { ...made, ...built };
}

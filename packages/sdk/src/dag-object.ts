/**
 * What `dag(...)` returns, as the machinery sees it: the spec, and the bodies that stay behind in the bundle. Recognised
 * by a brand, since a bundle may be evaluated beside another copy of this package.
 */
import type { AssetKey, DagSpec, Json, MapFunction } from "@momiji/core";
import type { Watcher } from "./asset-watcher.ts";
import type { CallbackKey } from "./callbacks.ts";
import type { CallbackBody } from "./notifier-object.ts";
import type { SensorDefinition } from "./operator-definition.ts";
import type { RetryFunction } from "./retry-policy.ts";
import type { TaskContext } from "./task-context.ts";

const BRAND = Symbol.for("momiji.dag");

/** The code of a task of lane `function`. `params` are the operator's rendered params (empty for plain functions). */
export type TaskBody = {
  /** Asked about what the code threw. */
  readonly retryPolicy?: RetryFunction;
} & (
  | {
      readonly kind: "function";
      run(
        inputs: { readonly [name: string]: Json },
        ctx: TaskContext,
        params: { readonly [name: string]: Json },
      ): unknown;
    }
  | { readonly kind: "sensor"; readonly definition: SensorDefinition }
);

export interface Dag {
  readonly [BRAND]: true;
  readonly dagId: string;
  /** `source` is where the author wrote it. */
  toSpec(source: { readonly file: string; readonly exportName?: string }): DagSpec;
  bodyOf(taskId: string): TaskBody | undefined;
  /** The functions that stand in what a task, or a group by its id, is mapped over. */
  mapFunctionOf(owner: string): MapFunction | undefined;
  /** The code of a callback; undefined: it has none of its own. */
  callbackOf(key: CallbackKey): CallbackBody | undefined;
  watcherOf(asset: AssetKey, name: string): Watcher | undefined;
}

export function brandDag(dag: Omit<Dag, typeof BRAND>): Dag {
  return { ...dag, [BRAND]: true };
}

export function isDag(value: unknown): value is Dag {
  return typeof value === "object" && value !== null && (value as { [BRAND]?: unknown })[BRAND] === true;
}

/** All DAGs that a module exports: alone, in arrays, or in plain objects of one level; each once, in order of export. */
export function dagsOf(namespace: {
  readonly [name: string]: unknown;
}): { readonly dag: Dag; readonly exportName: string }[] {
  const found = new Map<Dag, string>();
  const note = (value: unknown, exportName: string): void => {
    if (isDag(value) && !found.has(value)) found.set(value, exportName);
  };
  for (const [exportName, value] of Object.entries(namespace)) {
    note(value, exportName);
    if (typeof value === "object" && value !== null && !isDag(value)) {
      for (const item of Object.values(value)) note(item, exportName);
    }
  }
  return [...found].map(([dag, exportName]) => ({ dag, exportName }));
}

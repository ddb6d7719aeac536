/**
 * Assets as they stand in a `DagSpec`: what data a task makes or reads, and which of it a DAG waits for.
 * An asset is known by its name and its URI together, as in Airflow.
 */
import type { Json } from "./json.ts";

export interface AssetKey {
  readonly name: string;
  readonly uri: string;
}

/** Everything that a DAG says of an asset it names. */
export interface AssetSpec extends AssetKey {
  /** Default `asset`. */
  readonly group?: string;
  readonly extra?: { readonly [name: string]: Json };
  readonly watchers?: readonly WatcherSpec[];
}

/** Something that tells of changes from outside; its code stays in the bundle. */
export interface WatcherSpec {
  /** Unique within its asset. */
  readonly name: string;
  /** It is asked this often; absent: it tells by itself. */
  readonly everySeconds?: number;
}

/** What a task names as inlet or outlet. An alias is resolved to assets by the task that runs. */
export type AssetRef = ({ readonly kind: "asset" } & AssetKey) | { readonly kind: "alias"; readonly name: string };

/** What a DAG waits for. An alias is met by any of the assets that it was resolved to. */
export type AssetCondition = AssetRef | { readonly kind: "all" | "any"; readonly of: readonly AssetCondition[] };

/** Airflow's `Asset.group` where the author did not say. */
export const DEFAULT_ASSET_GROUP = "asset";

/** One text for each asset, for keys of maps. */
export function assetId({ name, uri }: AssetKey): string {
  return JSON.stringify([name, uri]);
}

/** Assets and aliases that the condition names, each once, in the order of the text. */
export function refsOf(condition: AssetCondition): AssetRef[] {
  const found = new Map<string, AssetRef>();
  const visit = (part: AssetCondition): void => {
    if ("of" in part) part.of.forEach(visit);
    else found.set(part.kind === "asset" ? `asset ${assetId(part)}` : `alias ${part.name}`, part);
  };
  visit(condition);
  return [...found.values()];
}

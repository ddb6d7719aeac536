/** Data as a DAG author names it: what an asset, an alias and an expression are, and how they stand in a spec. */
import type { AssetCondition, AssetKey, AssetRef, Json } from "@momiji/core";
import type { Watcher } from "./asset-watcher.ts";

/** By a brand, since a bundle may be evaluated beside another copy of this package. */
export const ASSET_BRAND: unique symbol = Symbol.for("momiji.asset");

/** Data that tasks make and read, known by its name and its URI together. */
export interface Asset extends AssetKey {
  readonly [ASSET_BRAND]: "asset";
  readonly group: string;
  readonly extra: { readonly [name: string]: Json };
  readonly watchers: readonly Watcher[];
}

/** A name that a task resolves to assets while it runs. */
export interface AssetAlias {
  readonly [ASSET_BRAND]: "alias";
  readonly name: string;
}

/** Assets joined by `all` and `any`. */
export interface AssetExpression {
  readonly [ASSET_BRAND]: "all" | "any";
  readonly of: readonly AssetTerm[];
}

export type AssetTerm = Asset | AssetAlias | AssetExpression;

/** A name or a URI is enough; the other is the same then. */
export type AssetInput = AssetWords &
  ({ readonly name: string; readonly uri?: string } | { readonly uri: string; readonly name?: string });

interface AssetWords {
  /** For people, to sort assets by. Default `asset`. */
  readonly group?: string;
  readonly extra?: { readonly [name: string]: Json };
  /** What tells of changes from outside, while a DAG waits for the asset. */
  readonly watchers?: readonly Watcher[];
}

export function isAsset(value: unknown): value is Asset {
  return brandOf(value) === "asset";
}

export function isAssetAlias(value: unknown): value is AssetAlias {
  return brandOf(value) === "alias";
}

export function isAssetTerm(value: unknown): value is AssetTerm {
  return brandOf(value) !== undefined;
}

function brandOf(value: unknown): AssetTerm[typeof ASSET_BRAND] | undefined {
  return typeof value === "object" && value !== null ? (value as Partial<AssetTerm>)[ASSET_BRAND] : undefined;
}

/** As it stands in a spec. */
export function conditionSpec(term: AssetTerm): AssetCondition {
  if (isAsset(term) || isAssetAlias(term)) return refSpec(term);
  const of = term.of.map(conditionSpec);
  return { kind: term[ASSET_BRAND], of };
}

export function refSpec(term: Asset | AssetAlias): AssetRef {
  return isAsset(term) ? { kind: "asset", name: term.name, uri: term.uri } : { kind: "alias", name: term.name };
}

/** The assets that the term names, watchers and all. */
export function assetsIn(term: AssetTerm): readonly Asset[] {
  if (isAsset(term)) return [term];
  return isAssetAlias(term) ? [] : term.of.flatMap(assetsIn);
}

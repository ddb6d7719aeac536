/** What a DAG author says of data: assets, aliases, and expressions over them. */
import { type AssetCondition, assetId, type AssetKey, type AssetRef, type AssetSpec, type Json } from "@momiji/core";
import { checkAssetGroup, checkAssetName, normalUri } from "./asset-uri.ts";
import type { Watcher } from "./asset-watcher.ts";
import { watcherSpecs } from "./asset-watcher.ts";
import { onlyKnown, show } from "./checks.ts";
import { DagDefinitionError } from "./definition-error.ts";
import { jsonObject } from "./json-value.ts";
import { present } from "./present.ts";

/** By a brand, since a bundle may be evaluated beside another copy of this package. */
const BRAND = Symbol.for("momiji.asset");

/** Data that tasks make and read, known by its name and its URI together. */
export interface Asset extends AssetKey {
  readonly [BRAND]: "asset";
  readonly group: string;
  readonly extra: { readonly [name: string]: Json };
  readonly watchers: readonly Watcher[];
}

/** A name that a task resolves to assets while it runs. */
export interface AssetAlias {
  readonly [BRAND]: "alias";
  readonly name: string;
}

/** Assets joined by `all` and `any`. */
export interface AssetExpression {
  readonly [BRAND]: "all" | "any";
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

const INPUT_NAMES = { name: true, uri: true, group: true, extra: true, watchers: true } as const;

/**
 * Names data: `asset("s3://bucket/orders.csv")`, or `asset({ name: "orders", uri: "s3://..." })`.
 * @throws DagDefinitionError if the name or the URI is none that Airflow takes.
 */
export function asset(input: string | AssetInput): Asset {
  const words = typeof input === "string" ? { name: input } : input;
  const place = `asset ${show(words.name ?? words.uri)}`;
  onlyKnown(words, INPUT_NAMES, place);
  const name = checkAssetName(words.name ?? words.uri, place);
  return {
    [BRAND]: "asset",
    name,
    uri: normalUri(words.uri ?? name, place),
    group: words.group === undefined ? "asset" : checkAssetGroup(words.group, place),
    extra: jsonObject(words.extra ?? {}, "extra", place),
    watchers: words.watchers ?? [],
  };
}

/** A name for assets that are not known before the task runs: an outlet of tasks, and something that DAGs may wait for. */
export function assetAlias(name: string): AssetAlias {
  return { [BRAND]: "alias", name: checkAssetName(name, `assetAlias ${show(name)}`) };
}

/** All of them have changed since the last run. */
export function all(...of: readonly AssetTerm[]): AssetExpression {
  return expression("all", of);
}

/** One of them has changed since the last run. */
export function any(...of: readonly AssetTerm[]): AssetExpression {
  return expression("any", of);
}

function expression(kind: "all" | "any", of: readonly AssetTerm[]): AssetExpression {
  const wrong = of.find((term) => !isAssetTerm(term));
  if (wrong !== undefined) throw new DagDefinitionError(`${kind}(...)`, `${show(wrong)} is no asset`);
  if (of.length === 0) throw new DagDefinitionError(`${kind}(...)`, "name at least one asset");
  return { [BRAND]: kind, of };
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

function brandOf(value: unknown): AssetTerm[typeof BRAND] | undefined {
  return typeof value === "object" && value !== null ? (value as Partial<AssetTerm>)[BRAND] : undefined;
}

/** As it stands in a spec. */
export function conditionSpec(term: AssetTerm): AssetCondition {
  if (isAsset(term) || isAssetAlias(term)) return refSpec(term);
  const of = term.of.map(conditionSpec);
  return { kind: term[BRAND], of };
}

export function refSpec(term: Asset | AssetAlias): AssetRef {
  return isAsset(term)
    ? { kind: "asset", name: term.name, uri: term.uri }
    : { kind: "alias", name: term.name };
}

/** The assets that the term names, watchers and all. */
export function assetsIn(term: AssetTerm): readonly Asset[] {
  if (isAsset(term)) return [term];
  return isAssetAlias(term) ? [] : term.of.flatMap(assetsIn);
}

/**
 * The assets of a DAG as its spec lists them, each once, by name.
 * @throws DagDefinitionError if one name has two URIs, or an asset is described in two ways.
 */
export function assetSpecs(assets: readonly Asset[], place: string): readonly AssetSpec[] {
  const byName = new Map<string, AssetSpec>();
  for (const each of assets) {
    const spec = assetSpec(each, place);
    const known = byName.get(each.name);
    if (known !== undefined && JSON.stringify(known) !== JSON.stringify(spec)) {
      const what = known.uri === spec.uri ? "is described in two ways" : `has two URIs, ${known.uri} and ${spec.uri}`;
      throw new DagDefinitionError(place, `the asset ${show(each.name)} ${what}; define it once and use that`);
    }
    byName.set(each.name, spec);
  }
  return [...byName.values()].sort((a, b) => (assetId(a) < assetId(b) ? -1 : 1));
}

function assetSpec({ name, uri, group, extra, watchers }: Asset, place: string): AssetSpec {
  return {
    name,
    uri,
    ...present<Omit<AssetSpec, "name" | "uri">>({
      group: group === "asset" ? undefined : group,
      extra: Object.keys(extra).length === 0 ? undefined : extra,
      watchers: watchers.length === 0 ? undefined : watcherSpecs(watchers, `${place}, asset ${show(name)}`),
    }),
  };
}

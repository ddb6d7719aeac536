/** `asset`, `assetAlias`, `all` and `any`: how an author names data. */
import { assetId, type AssetSpec } from "@momiji/core";
import {
  type Asset,
  type AssetAlias,
  ASSET_BRAND,
  type AssetExpression,
  type AssetInput,
  type AssetTerm,
  isAssetTerm,
} from "./asset.ts";
import { checkAssetGroup, checkAssetName, normalUri } from "./asset-uri.ts";
import { watcherSpecs } from "./asset-watcher.ts";
import { onlyKnown, show } from "./checks.ts";
import { DagDefinitionError } from "./definition-error.ts";
import { jsonObject } from "./json-value.ts";
import { present } from "./present.ts";

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
    [ASSET_BRAND]: "asset",
    name,
    uri: normalUri(words.uri ?? name, place),
    group: words.group === undefined ? "asset" : checkAssetGroup(words.group, place),
    extra: jsonObject(words.extra ?? {}, "extra", place),
    watchers: words.watchers ?? [],
  };
}

/** A name for assets that are not known before the task runs: an outlet of tasks, and something that DAGs may wait for. */
export function assetAlias(name: string): AssetAlias {
  return { [ASSET_BRAND]: "alias", name: checkAssetName(name, `assetAlias ${show(name)}`) };
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
  return { [ASSET_BRAND]: kind, of };
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

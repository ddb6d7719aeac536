/** Events of assets: what a task's success tells, and what others read of it. */
import { type AssetKey, assetId, type AssetSpec } from "./asset.ts";
import type { DagSpec, TaskSpec } from "./dag-spec.ts";
import type { Micros } from "./instant.ts";
import { canonicalJson, type Json } from "./json.ts";

type Extra = { readonly [name: string]: Json };

/** What running code says of an outlet; `alias`: through which alias the asset came to be one. */
export interface AssetEventWrite {
  readonly asset: AssetSpec;
  readonly alias?: string;
  readonly extra: Extra;
}

/** An event that is to be kept. */
export interface NewAssetEvent {
  readonly asset: AssetSpec;
  readonly extra: Extra;
  /** Aliases through which the asset was named. */
  readonly aliases: readonly string[];
}

/** An event as it is read. */
export interface AssetEvent {
  readonly id: number;
  readonly asset: AssetKey;
  readonly at: Micros;
  readonly extra: Extra;
  /** Null: no task, but a person, a client or a watcher. */
  readonly source: AssetEventSource | null;
}

export interface AssetEventSource {
  readonly dagId: string;
  readonly runId: string;
  readonly taskId: string;
  readonly mapIndex: number;
}

/**
 * The events of a task that succeeded: one for each asset among its outlets, with what the code said of it, and one for
 * each asset that it named through an alias (several only if their extras differ). A task without outlets has none,
 * whatever its code says.
 */
export function eventsOfSuccess(
  spec: DagSpec,
  task: TaskSpec,
  written: readonly AssetEventWrite[] = [],
): readonly NewAssetEvent[] {
  const outlets = task.outlets ?? [];
  const known = new Map((spec.assets ?? []).map((asset) => [assetId(asset), asset]));
  const direct = outlets.flatMap((outlet) => {
    if (outlet.kind === "alias") return [];
    const { name, uri } = outlet;
    const said = written.filter(({ asset, alias }) => alias === undefined && assetId(asset) === assetId(outlet));
    const extra: Extra = Object.assign({}, ...said.map((each) => each.extra));
    return [{ asset: known.get(assetId(outlet)) ?? { name, uri }, extra, aliases: [] }];
  });
  return [...direct, ...throughAliases(new Set(outlets.flatMap((o) => (o.kind === "alias" ? [o.name] : []))), written)];
}

function throughAliases(aliases: ReadonlySet<string>, written: readonly AssetEventWrite[]): NewAssetEvent[] {
  const found = new Map<string, NewAssetEvent>();
  for (const { asset, alias, extra } of written) {
    if (alias === undefined || !aliases.has(alias)) continue;
    const key = `${assetId(asset)}\n${canonicalJson(extra)}`;
    const known = found.get(key) ?? { asset, extra, aliases: [] };
    found.set(key, { ...known, aliases: [...new Set([...known.aliases, alias])] });
  }
  return [...found.values()];
}

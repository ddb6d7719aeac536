/** `triggering_asset_events`: the events that a run by assets has taken up, by asset. */
import type { AssetEvent } from "../../asset-event.ts";
import { assetId } from "../../asset.ts";
import type { TemplateContext } from "../context.ts";
import { PyDict } from "../python/dict.ts";
import { PyList } from "../python/list.ts";
import type { PyValue, Runtime } from "../python/value.ts";
import { PendulumDateTime } from "../time/pendulum.ts";
import { UTC } from "../time/zone.ts";
import { assetOf } from "./dag-objects.ts";
import { fromJson } from "./json-values.ts";
import { PyRecord } from "./record.ts";

/** The keys are assets, as in Airflow; each value is the list of that asset's events, oldest first. */
export function triggeringEvents(context: TemplateContext, rt: Runtime): PyDict {
  const byAsset = Map.groupBy(context.run.triggeringAssetEvents ?? [], ({ asset }) => assetId(asset));
  const pairs = [...byAsset.values()].flatMap((events) => {
    const [first] = events;
    if (first === undefined) return [];
    const key = assetOf(first.asset);
    return [[key, new PyList(events.map((event) => eventOf(event, key)))] as const];
  });
  return PyDict.of(pairs, rt);
}

function eventOf({ id, at, extra, source }: AssetEvent, asset: PyRecord): PyValue {
  const timestamp = PendulumDateTime.of(BigInt(at), UTC);
  return new PyRecord({
    typeName: "AssetEventDagRunReferenceResult",
    attributes: {
      id: BigInt(id),
      asset,
      extra: () => fromJson(extra),
      timestamp,
      source_dag_id: source?.dagId ?? null,
      source_run_id: source?.runId ?? null,
      source_task_id: source?.taskId ?? null,
      source_map_index: BigInt(source?.mapIndex ?? -1),
    },
    print: (self, runtime) => `${self.typeName}(${self.fields(runtime, ", ")})`,
  });
}

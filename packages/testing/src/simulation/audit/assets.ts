/** Assets once everything has come to rest: one event for each success, and each event in one run of each DAG at most. */
import {
  conditionOf,
  createTimetable,
  type DagSpec,
  planAssetRun,
  refsOf,
  type RunState,
  type TaskInstance,
} from "@momiji/core";
import { allDags, type AssetEventRecord, type LoadedRun, type Store } from "@momiji/store";
import type { Deed, Ledger } from "../ledger.ts";
import { namedThrough } from "../named-assets.ts";

interface AssetAudit {
  readonly store: Store;
  readonly ledger: Ledger;
  readonly runs: readonly LoadedRun[];
  /** The task instance that an attempt stands in. */
  readonly standing: (attemptId: string) => TaskInstance | undefined;
}

const UNFINISHED: readonly RunState[] = ["queued", "running"];

export async function assetViolations(audit: AssetAudit): Promise<string[]> {
  const { store } = audit;
  const { events } = await store.listAssetEvents({ scope: allDags, limit: 1_000_000 });
  const aliases = await aliasesOfEvents(store);
  const dags = (await store.listDags()).filter(({ spec }) => conditionOf(spec.schedule) !== null);
  const waiting = await Promise.all(dags.map(({ spec, version }) => askedFor(audit, spec, version)));
  return [
    ...eventsOfSuccesses(audit, events, aliases),
    ...dags.flatMap(({ spec }) => [...consumption(audit, spec, { events, aliases })]),
    ...waiting.flat(),
  ];
}

/** Through which aliases an event came, by its id. */
type Aliases = ReadonlyMap<number, readonly string[]>;

async function aliasesOfEvents(store: Store): Promise<Aliases> {
  const found = new Map<number, string[]>();
  for (const { name } of await store.listAssetAliases()) {
    const { events } = await store.listAssetEvents({ scope: allDags, of: { kind: "alias", name }, limit: 1_000_000 });
    for (const { id } of events) found.getOrInsertComputed(id, () => []).push(name);
  }
  return found;
}

function* eventsOfSuccesses(
  { ledger, standing }: AssetAudit,
  events: readonly AssetEventRecord[],
  aliases: Aliases,
): Iterable<string> {
  const told = Map.groupBy(events, ({ extra }) => JSON.stringify(extra["attempt"]));
  for (const deed of ledger.all) {
    const own = (told.get(JSON.stringify(deed.order.attemptId)) ?? [])
      .map(({ id, asset }) => [asset.name, ...(aliases.get(id) ?? [])].join(" through "))
      .toSorted()
      .join(", ");
    const wanted = outletsOf(deed);
    const isSuccess = deed.succeeded > 0 && standing(deed.order.attemptId)?.state === "success";
    if (isSuccess && !deed.isOverruled && own !== wanted)
      yield `the success of ${deed.order.attemptId} made events of [${own}], its outlets are [${wanted}]`;
    if (deed.succeeded === 0 && own !== "")
      yield `attempt ${deed.order.attemptId} had no success, and made events of [${own}]`;
  }
}

function outletsOf({ order }: Deed): string {
  const names = (order.task.outlets ?? []).flatMap((outlet) =>
    outlet.kind === "asset"
      ? [outlet.name]
      : namedThrough(outlet.name, order).map(({ name }) => `${name} through ${outlet.name}`),
  );
  return names.toSorted().join(", ");
}

/** Each run takes up what has come since the one before it, all of it and once. */
function* consumption(
  { ledger }: AssetAudit,
  spec: DagSpec,
  { events, aliases }: { readonly events: readonly AssetEventRecord[]; readonly aliases: Aliases },
): Iterable<string> {
  const condition = conditionOf(spec.schedule);
  if (condition === null) return;
  const refs = Map.groupBy(refsOf(condition), ({ kind }) => kind);
  const [names, through] = (["asset", "alias"] as const).map(
    (kind) => new Set(refs.get(kind)?.map(({ name }) => name)),
  );
  const own = events
    .filter(({ id, asset }) => names?.has(asset.name) || aliases.get(id)?.some((alias) => through?.has(alias)))
    .map(({ id, runs }) => ({ id, count: runs.filter(({ dagId }) => dagId === spec.dagId).length }));
  const newest = own.findLast(({ count }) => count > 0)?.id ?? 0;
  for (const { id, count } of own) {
    if (count > 1) yield `${spec.dagId}: ${count} of its runs took up event ${id}`;
    // With a deleted run the record of what it took up is gone.
    const isLost = count === 0 && id < newest && !ledger.hasDeleted(spec.dagId);
    if (isLost) yield `${spec.dagId}: a later run passed over event ${id}`;
  }
}

/** What waits in its queue does not ask for a run that it could have. */
async function askedFor({ store, runs }: AssetAudit, spec: DagSpec, dagVersion: number): Promise<string[]> {
  const queue = (await store.loadAssetQueues([spec.dagId])).get(spec.dagId);
  const unfinishedRuns = runs.filter(({ run }) => run.dagId === spec.dagId && UNFINISHED.includes(run.state)).length;
  const timetable = createTimetable(spec.schedule, { startDate: null });
  const view = { spec, dagVersion, timetable, isOff: false, unfinishedRuns };
  const run = queue === undefined ? null : planAssetRun(view, queue, () => "");
  return run === null ? [] : [`${spec.dagId}: its assets ask for a run, and none is made`];
}

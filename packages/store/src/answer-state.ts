/** Answers what running code asks about what it keeps: its task's own, or that of an asset that its DAG names. */
import { DAY, type Json, type Micros, type RunFacts, type TaskQuestion } from "@momiji/core";
import type { AssetStore } from "./asset-store.ts";
import type { KeptStateStore } from "./kept-state-store.ts";

type Question = Extract<TaskQuestion, { ask: "state" }>;
type Run = Pick<RunFacts, "dagId" | "runId" | "runKey">;

/** Airflow's `[state_store] default_retention_days`. */
const DEFAULT_DAYS = 30;

const LONGEST_KEY = 512;

/** What is kept; undefined: nothing is, or nothing was asked for. Rejects if the question makes no sense. */
export async function answerState(
  store: KeptStateStore & Pick<AssetStore, "listAssets">,
  { run, question }: { readonly run: Run; readonly question: Question },
  now: Micros,
): Promise<Json | undefined> {
  const { key } = question;
  if (key !== undefined && (key === "" || key.length > LONGEST_KEY))
    throw new Error(`a key of a state has 1 to ${LONGEST_KEY} characters, not ${key.length}`);
  if (question.asset !== undefined) return ofAsset(store, { run, question }, now);
  const at = { runKey: run.runKey, ...question.by };
  switch (question.act) {
    case "get":
      return (await store.findTaskState(at, key ?? "", now))?.value;
    case "set": {
      const { value = null, days = DEFAULT_DAYS } = question;
      const expiresAt = days === null ? null : now + Math.round(days * DAY);
      await store.putTaskState(at, { key: key ?? "", value, expiresAt }, now);
      return undefined;
    }
    case "remove":
      await store.removeTaskStates({ ...at, ...(key === undefined ? {} : { key }) });
      return undefined;
  }
}

async function ofAsset(
  store: KeptStateStore & Pick<AssetStore, "listAssets">,
  { run, question }: { readonly run: Run; readonly question: Question },
  now: Micros,
): Promise<Json | undefined> {
  const { asset: wanted, key, by, value = null } = question;
  const named = await store.listAssets({ dagIds: [run.dagId] });
  const asset = named.find(({ name, uri }) => name === wanted?.name && uri === wanted.uri);
  if (asset === undefined)
    throw new Error(`DAG ${run.dagId} names no asset ${wanted?.name}: make it an inlet or an outlet of the task`);
  switch (question.act) {
    case "get":
      return (await store.findAssetState(asset.id, key ?? ""))?.value;
    case "set": {
      const writer = { kind: "task", dagId: run.dagId, runId: run.runId, ...by } as const;
      await store.putAssetState(asset.id, { key: key ?? "", value, writer }, now);
      return undefined;
    }
    case "remove":
      await store.removeAssetStates(asset.id, key);
      return undefined;
  }
}

/** What acts would do as the server says: of several calls one list. Pure. */
import type { components } from "@momiji/client";

export type PreviewItem = components["schemas"]["PreviewItem"];
export type ActPreview = components["schemas"]["ActPreview"];
type RunChange = ActPreview["runs"][number];

/** The previews of all calls of one act. */
export interface WholePreview {
  /** One for each call, in their order. */
  readonly etags: readonly string[];
  readonly items: readonly PreviewItem[];
  readonly total: number;
  readonly groups: ActPreview["groups"];
  readonly runs: readonly RunChange[];
  readonly assets: readonly string[];
  readonly dags: readonly string[];
  readonly estimateMs: number | null;
}

export function wholeOf(previews: readonly ActPreview[]): WholePreview {
  const estimates = previews.flatMap(({ estimateMs }) => estimateMs ?? []);
  const namesOf = (kind: "assets" | "dags"): string[] => [
    ...new Set(previews.flatMap(({ triggers }) => triggers[kind])),
  ];
  return {
    etags: previews.map(({ etag }) => etag),
    items: previews.flatMap(({ items }) => items),
    total: previews.reduce((sum, { total }) => sum + total, 0),
    groups: previews.flatMap(({ groups }) => groups),
    runs: previews.flatMap(({ runs }) => runs),
    assets: namesOf("assets"),
    dags: namesOf("dags"),
    estimateMs: estimates.length === 0 ? null : Math.max(...estimates),
  };
}

/** How many are asked for: what follows from those is listed with them. */
export function askedIn({ items, total }: Pick<WholePreview, "items" | "total">): number {
  return total - items.filter(({ reason }) => reason === "follows").length;
}

export function keyOf({ key }: Pick<PreviewItem, "key">): string {
  return `${key.dag_id}\n${key.dag_run_id}\n${key.task_id}\n${key.map_index}`;
}

export function nameOf({ key: { task_id: taskId, map_index: index } }: Pick<PreviewItem, "key">): string {
  return index < 0 ? taskId : `${taskId} [${index}]`;
}

const UNDER_WAY: ReadonlySet<string> = new Set(["running", "deferred", "awaiting_input", "restarting"]);

/** It works, or waits for somebody outside: clearing ends that first. */
export function isUnderWay({ from }: Pick<PreviewItem, "from">): boolean {
  return from !== null && UNDER_WAY.has(from);
}

export type Difference = "new" | "changed" | "gone";

/** What has become different between two lists; what is gone comes with how it was. */
export interface Differences {
  readonly marks: ReadonlyMap<string, Difference>;
  readonly gone: readonly PreviewItem[];
}

export const NO_DIFFERENCE: Differences = { marks: new Map(), gone: [] };

export function differencesBetween(before: readonly PreviewItem[], after: readonly PreviewItem[]): Differences {
  const old = new Map(before.map((item) => [keyOf(item), item]));
  const fresh = new Map(after.map((item) => [keyOf(item), item]));
  const marks = new Map<string, Difference>();
  for (const [key, item] of fresh) {
    const was = old.get(key);
    if (was === undefined) marks.set(key, "new");
    else if (was.from !== item.from || was.to !== item.to || was.effect !== item.effect) marks.set(key, "changed");
  }
  const gone = before.filter((item) => !fresh.has(keyOf(item)));
  for (const item of gone) marks.set(keyOf(item), "gone");
  return { marks, gone };
}

/** Runs under their names, in the order of the list. */
export function byRun(items: readonly PreviewItem[]): ReadonlyMap<string, readonly PreviewItem[]> {
  return Map.groupBy(items, ({ key }) => key.dag_run_id);
}

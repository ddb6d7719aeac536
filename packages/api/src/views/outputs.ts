/** What a task instance has returned and pushed, in short: it stands beside its log. */
import { type Json, RETURN_VALUE } from "@momiji/core";
import type { DagScope, ListedInstance, Store } from "@momiji/store";
import type { ShownXComs } from "./shown-xcoms.ts";

/** Of more there is the count. */
const SHOWN = 5;
const LOOKED_AT = 100;

/** Characters of a value. */
const LONGEST = 300;

export interface OutputsDeps {
  readonly store: Store;
  readonly shown: ShownXComs;
}

export async function outputsOf({ store, shown }: OutputsDeps, { run, instance }: ListedInstance, scope: DagScope) {
  const { taskId, mapIndex } = instance;
  const filter = { dagIds: [run.dagId], runIds: [run.runId], taskIds: [taskId], mapIndexes: [mapIndex] };
  const page = { order: [{ by: "key", descending: false }], limit: LOOKED_AT } as const;
  const { rows, total } = await store.listXComsPage({ filter, page, scope });
  const keys = rows.map(({ key }) => key).toSorted((a, b) => rank(a) - rank(b));
  const places = keys.slice(0, SHOWN).map((key) => ({ runKey: run.runKey, taskId, mapIndex, key }));
  const values = await shown.of(places);
  const entries = places.flatMap(({ key }, at) => {
    const value = values[at];
    return value === undefined ? [] : [{ key, ...shortened(value) }];
  });
  return { entries, total };
}

/** What the task returned is what most people look for. */
function rank(key: string): number {
  return key === RETURN_VALUE ? 0 : 1;
}

function shortened(value: Json) {
  const text = JSON.stringify(value);
  const kind = value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
  return { kind, size: text.length, text: text.slice(0, LONGEST) };
}

/** Switching many DAGs together: what that would do, and doing it. */
import { client } from "../../api/client.ts";
import type { components } from "@momiji/client";
import type { filterOf } from "./use-dag-rows.ts";

export type SwitchPreview = components["schemas"]["PausePreview"];

/** Which DAGs are meant. */
export interface SwitchedDags {
  readonly filter: ReturnType<typeof filterOf>;
  /** Only these of those that the filter leaves; undefined: all of them. */
  readonly dagIds: readonly string[] | undefined;
}

const LISTED = 100;
const ALL = 100_000;

function bodyOf({ dagIds }: SwitchedDags, isPaused: boolean) {
  return { is_paused: isPaused, ...(dagIds === undefined ? {} : { dag_ids: dagIds }) };
}

/** In a preview the query stands as texts. */
function queryText({ filter }: SwitchedDags): { readonly [name: string]: string | readonly string[] } {
  const entries = Object.entries({ ...filter, limit: ALL });
  return Object.fromEntries(entries.map(([name, value]) => [name, typeof value === "object" ? value : String(value)]));
}

/** What it would do, as of now. */
export async function previewSwitch(dags: SwitchedDags, isPaused: boolean): Promise<SwitchPreview> {
  const body = { action: "pause" as const, query: queryText(dags), body: bodyOf(dags, isPaused), limit: LISTED };
  return (await client.post("/api/momiji/v1/preview", { body })) as SwitchPreview;
}

/** @throws MomijiError with status 409 if it would do something else by now than the preview showed */
export async function switchDags(
  dags: SwitchedDags,
  isPaused: boolean,
  { etag }: Pick<SwitchPreview, "etag">,
): Promise<number> {
  const { total_entries: total } = await client.patch("/api/v2/dags", {
    params: { query: { ...dags.filter, limit: ALL } },
    body: bodyOf(dags, isPaused),
    headers: { "if-match": etag },
  });
  return total;
}

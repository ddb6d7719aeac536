/** What a backfill is asked to do. Pure. */
import type { components } from "@momiji/client";
import { instantOfWall } from "../../format/wall.ts";
import type { Value } from "../trigger/params.ts";
import { type DateRange, readDates } from "./dates.ts";

export type BackfillBody = components["schemas"]["BackfillPostBody"];
export type BackfillPreview = components["schemas"]["BackfillPreview"];
export type BackfillItem = BackfillPreview["items"][number];
export type Reprocess = NonNullable<BackfillBody["reprocess_behavior"]>;

export interface BackfillRequest {
  readonly how: "range" | "list";
  readonly range: DateRange;
  readonly pasted: string;
  readonly reprocess: Reprocess;
  readonly maxActive: number;
  readonly newestFirst: boolean;
  readonly onLatest: boolean;
}

const USUAL_ACTIVE = 10;

export const USUAL_BACKFILL: BackfillRequest = {
  how: "range",
  range: { from: "", to: "" },
  pasted: "",
  reprocess: "none",
  maxActive: USUAL_ACTIVE,
  newestFirst: false,
  onLatest: true,
};

interface Given {
  readonly dagId: string;
  readonly zone: string;
  readonly conf: { readonly [name: string]: Value } | null;
  readonly exclude: readonly string[];
}

/** Null: there are no dates yet. */
export function bodyOf(request: BackfillRequest, { dagId, zone, conf, exclude }: Given): BackfillBody | null {
  const { how, range, pasted, reprocess, maxActive, newestFirst, onLatest } = request;
  const { dates } = readDates(pasted, zone);
  const [from, to] =
    how === "list"
      ? [dates[0] ?? null, dates.at(-1) ?? null]
      : [instantOfWall(range.from, zone), instantOfWall(range.to, zone)];
  if (from === null || to === null) return null;
  return {
    dag_id: dagId,
    from_date: from,
    to_date: to,
    run_backwards: newestFirst,
    dag_run_conf: conf,
    reprocess_behavior: reprocess,
    max_active_runs: maxActive,
    run_on_latest_version: onLatest,
    ...(how === "list" ? { only: dates } : {}),
    ...(exclude.length === 0 ? {} : { exclude }),
  };
}

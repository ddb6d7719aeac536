/** Which DAGs a list is asked for, from Airflow's query parameters to the filter of the store. */
import { type Clock, DAY } from "@momiji/core";
import type { DagListFilter, Store } from "@momiji/store";
import { chosen, given, matchOf, rangeOf, some } from "./read-filters.ts";
import type { list, rows } from "./schemas/dags.ts";
import { scheduleKinds } from "./timetable-names.ts";
import type { z } from "zod";

const STATES = ["queued", "running", "success", "failed"] as const;

/** What the list of the user interface asks for beside Airflow's. */
type More = Pick<z.infer<(typeof rows)["query"]>, "q" | "tag" | "folder" | "needs_review" | "any_run_state">;
export type DagQuery = Omit<z.infer<(typeof list)["query"]>, "offset"> & Partial<More>;

interface FilterDeps {
  readonly store: Pick<Store, "listFavorites">;
  readonly clock: Clock;
}

/** @param user whose favourites are meant. @throws ApiError `invalid_choice` */
export async function dagFilterOf({ store, clock }: FilterDeps, query: DagQuery, user: string): Promise<DagListFilter> {
  const anyRun = some(query.any_run_state);
  const isFavorite = query.is_favorite;
  const favorites = isFavorite === undefined ? [] : await store.listFavorites(user);
  const lastState = query.last_dag_run_state;
  return given<DagListFilter>({
    dagIds: isFavorite === true ? favorites : undefined,
    excludedDagIds: isFavorite === false ? favorites : undefined,
    dagId: matchOf(query, "dag_id"),
    displayName: matchOf(query, "dag_display_name"),
    tags: query.tags === undefined ? undefined : { names: query.tags, match: query.tags_match_mode ?? "any" },
    tag: query.tag,
    owners: some(query.owners),
    excludeStale: query.exclude_stale,
    isPaused: query.paused,
    hasImportErrors: query.has_import_errors,
    bundleVersion: query.bundle_version,
    hasAssetSchedule: query.has_asset_schedule,
    assetDependency: query.asset_dependency,
    scheduleKinds: query.timetable_type === undefined ? undefined : scheduleKinds(query.timetable_type),
    lastRunStates: lastState === undefined ? chosen("dag_run_state", query.dag_run_state, STATES) : [lastState],
    lastRunStart: rangeOf(query, "dag_run_start_date"),
    lastRunEnd: rangeOf(query, "dag_run_end_date"),
    anyText: query.q?.trim(),
    folder: query.folder,
    needsReview: query.needs_review,
    anyRun: anyRun === undefined ? undefined : { states: anyRun, since: clock.now() - DAY },
  });
}

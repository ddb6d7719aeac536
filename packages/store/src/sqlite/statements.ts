/** The shared query texts in SQLite's words. */
import { alarmQueries } from "../queries/alarm-queries.ts";
import { assetQueries } from "../queries/asset-queries.ts";
import { assetReadQueries } from "../queries/asset-read-queries.ts";
import { activityQueries } from "../queries/activity-queries.ts";
import { backfillQueries } from "../queries/backfill-queries.ts";
import { claimQueries } from "../queries/claim-queries.ts";
import { commitQueries } from "../queries/commit-queries.ts";
import { dagQueries } from "../queries/dag-queries.ts";
import { instanceQueries } from "../queries/instance-queries.ts";
import { runQueries } from "../queries/run-queries.ts";
import { SQLITE } from "./dialect.ts";

export const ALARM = alarmQueries(SQLITE);
export const ASSET = assetQueries(SQLITE);
export const ASSET_READ = assetReadQueries(SQLITE.numberSet);
export const ACTIVITY = activityQueries(SQLITE);
export const BACKFILL = backfillQueries(SQLITE);
export const CLAIM = claimQueries(SQLITE);
export const COMMIT = commitQueries(SQLITE);
export const DAG = dagQueries(SQLITE);
export const INSTANCE = instanceQueries(SQLITE);
export const RUN = runQueries(SQLITE);

/** A run that a decision asks for; the store gives it its key. */
import type { BackfillPlace } from "./dag-run.ts";
import type { Micros } from "./instant.ts";
import type { Json } from "./json.ts";
import type { RunType, TriggeredBy } from "./run-state.ts";

export interface PlannedRun {
  readonly dagId: string;
  readonly runId: string;
  readonly runType: RunType;
  readonly triggeredBy: TriggeredBy;
  readonly logicalDate: Micros | null;
  readonly dataIntervalStart: Micros | null;
  readonly dataIntervalEnd: Micros | null;
  readonly runAfter: Micros;
  readonly conf: { readonly [name: string]: Json };
  readonly dagVersion: number;
  readonly note: string | null;
  /** Who asked for it; absent: nobody did, or it is not known. */
  readonly triggeringUser?: string;
  readonly backfill?: BackfillPlace;
  /** A run by assets: it takes up the events of its DAG's assets up to this number, and empties its DAG's queue of them. */
  readonly assetEventsThrough?: number;
}

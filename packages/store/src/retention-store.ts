/**
 * What removes history. Every call is one short transaction; whoever calls paces them. Nothing that is active or that a
 * later run may ask for is ever removed: see `listRemovableRuns`.
 */
import type { Micros } from "@momiji/core";

/** Which finished runs of a DAG may go. A run goes by age or by number. */
export interface RunRule {
  /** Those that were due before; null: none goes for its age. */
  readonly before: Micros | null;
  /** The newest so many finished runs stay, however old they are; at least 1. */
  readonly keep: number;
  /** Beyond the newest so many a run goes, however young it is; null: none goes for their number. */
  readonly most: number | null;
}

export interface RemovableRun {
  readonly runKey: number;
  readonly dagId: string;
  readonly runId: string;
}

/** A place in the list of all versions. */
export interface VersionPlace {
  readonly dagId: string;
  readonly version: number;
}

export interface RetentionStore {
  /** Of all DAGs, those that are gone too. */
  listDagIds(): Promise<string[]>;
  /**
   * The oldest runs of a DAG that may go. Never: one that is not finished, or has a later logical date than such a one;
   * and, of those before, the newest by logical date, the newest scheduled and the newest successful one, which later runs
   * look back at.
   */
  listRemovableRuns(dagId: string, rule: RunRule, limit: number): Promise<RemovableRun[]>;
  /** How many runs `listRemovableRuns` would come to name. */
  countRemovableRuns(dagId: string, rule: RunRule): Promise<number>;
  /**
   * Removes up to `rows` XComs and task instances of a finished run with all that hangs on them, fewer XComs if they are large,
   * and the run with the last. True: nothing is left of it, or it is not finished any more.
   */
  removeRunStep(runKey: number, rows: number): Promise<boolean>;
  /** Versions made before that no run has and that are not current. */
  countUnusedVersions(before: Micros): Promise<number>;
  /**
   * Looks at up to `limit` versions after this place (null: from the first) and removes those. `next`: where to go on; null:
   * there are no more.
   */
  removeUnusedVersions(
    before: Micros,
    after: VersionPlace | null,
    limit: number,
  ): Promise<{ readonly removed: number; readonly next: VersionPlace | null }>;
  /** Import errors older than that. A file that is still broken gets its error back when it is read anew. */
  countImportErrors(before: Micros): Promise<number>;
  removeImportErrors(before: Micros, limit: number): Promise<number>;
  /**
   * Looks at up to `limit` asset events after the one with this id, oldest first, and removes those older than `before`
   * that no DAG still waits to take up. The newest of each asset stays. `next`: where to go on; null: the rest is younger.
   */
  removeAssetEvents(
    before: Micros,
    after: number,
    limit: number,
  ): Promise<{ readonly removed: number; readonly next: number | null }>;
  /** Entries of the event log older than that, oldest first. */
  removeEventLog(before: Micros, limit: number): Promise<number>;
  /** Where the bundles of up to `limit` versions after this place lie; `next` as above. */
  listBundlePaths(
    after: VersionPlace | null,
    limit: number,
  ): Promise<{ readonly paths: readonly string[]; readonly next: VersionPlace | null }>;
  /** Gives up to so many free pages of the database back to the file system; how many are still free. */
  releaseSpace(pages: number): Promise<number>;
}

/** Goes once over everything that may be removed. Killed at any moment, the next sweep finds what is left. */
import type { Micros } from "@momiji/core";
import type { RemovableRun, RetentionStore, RunRule, VersionPlace } from "@momiji/store";
import type { Pace } from "./pace.ts";

/** What may go. Null everywhere: nothing of that kind. */
export interface SweepRules {
  readonly runs: RunRule | null;
  /** Only of these DAGs; absent: of all. */
  readonly isWanted?: (dagId: string) => boolean;
  /** Versions of DAGs made before that no run has. */
  readonly versionsBefore: Micros | null;
  readonly importErrorsBefore: Micros | null;
  /** Asset events that every DAG has taken up. */
  readonly assetEventsBefore: Micros | null;
  /** Entries of the event log. */
  readonly eventLogBefore: Micros | null;
  /** Log files last written before. */
  readonly logsBefore: Micros | null;
  /** Logs in the log store last written before; absent: there is no log store. */
  readonly storedLogsBefore?: Micros | null;
  /** Bundles that no version has, written before. */
  readonly bundlesBefore: Micros | null;
}

/** What lies outside the store. Each call is small, and resolves to how many files went. */
export interface SweepFiles {
  /** All logs of a run that is gone. */
  removeRunLogs(run: RemovableRun): Promise<number>;
  removeLogs(before: Micros, pace: Pace): Promise<number>;
  /** Of a log store; absent: there is none. */
  removeStoredLogs?(before: Micros): Promise<number>;
  removeBundles(before: Micros, inUse: ReadonlySet<string>): Promise<number>;
}

export interface SweepParts {
  readonly store: RetentionStore;
  readonly files: SweepFiles;
  readonly pace: Pace;
  /** Told of each run before it goes (to keep a copy of it). */
  readonly onRun?: (run: RemovableRun) => Promise<void>;
}

export interface Swept {
  readonly runs: number;
  readonly versions: number;
  readonly importErrors: number;
  readonly assetEvents: number;
  readonly eventLog: number;
  readonly logFiles: number;
  readonly bundles: number;
}

/** Runs named at a time. */
const RUNS_A_LIST = 200;

/** Pages given back in one step: a quarter of a megabyte. */
const PAGES_A_STEP = 64;

export async function sweep(parts: SweepParts, rules: SweepRules): Promise<Swept> {
  const { store, files, pace } = parts;
  const { runs, logFiles } = rules.runs === null ? { runs: 0, logFiles: 0 } : await sweepRuns(parts, rules, rules.runs);
  const { versionsBefore, importErrorsBefore, logsBefore, storedLogsBefore = null, bundlesBefore } = rules;
  const versions = versionsBefore === null ? 0 : await sweepVersions(parts, versionsBefore);
  const importErrors = await rows(pace, importErrorsBefore, (before, limit) => store.removeImportErrors(before, limit));
  const assetEvents = rules.assetEventsBefore === null ? 0 : await sweepAssetEvents(parts, rules.assetEventsBefore);
  const eventLog = await rows(pace, rules.eventLogBefore, (before, limit) => store.removeEventLog(before, limit));
  const oldLogs = logsBefore === null || pace.isStopped ? 0 : await files.removeLogs(logsBefore, pace);
  const stored =
    storedLogsBefore === null || pace.isStopped ? 0 : ((await files.removeStoredLogs?.(storedLogsBefore)) ?? 0);
  const bundles = bundlesBefore === null || pace.isStopped ? 0 : await sweepBundles(parts, bundlesBefore);
  if (runs + versions + importErrors + assetEvents + eventLog > 0) await releaseSpace(parts);
  return { runs, versions, importErrors, assetEvents, eventLog, logFiles: logFiles + oldLogs + stored, bundles };
}

async function sweepRuns(
  parts: SweepParts,
  { isWanted = () => true }: SweepRules,
  rule: RunRule,
): Promise<{ runs: number; logFiles: number }> {
  const { store, files, pace } = parts;
  let runs = 0;
  let logFiles = 0;
  for (const dagId of await store.listDagIds()) {
    if (!isWanted(dagId)) continue;
    for (;;) {
      const found = await store.listRemovableRuns(dagId, rule, RUNS_A_LIST);
      for (const run of found) {
        if (pace.isStopped) return { runs, logFiles };
        if (!(await removeRun(parts, run))) return { runs, logFiles };
        logFiles += await files.removeRunLogs(run);
        runs++;
      }
      if (found.length < RUNS_A_LIST) break;
    }
  }
  return { runs, logFiles };
}

/** False: it was stopped before nothing was left. */
async function removeRun({ store, pace, onRun }: SweepParts, run: RemovableRun): Promise<boolean> {
  await onRun?.(run);
  while (!pace.isStopped) if (await pace.step((count) => store.removeRunStep(run.runKey, count))) return true;
  return false;
}

/** Rows that go by age alone, as many steps as it takes. */
async function rows(
  pace: Pace,
  before: Micros | null,
  remove: (before: Micros, limit: number) => Promise<number>,
): Promise<number> {
  if (before === null) return 0;
  for (let sum = 0; ;) {
    if (pace.isStopped) return sum;
    const removed = await pace.step((limit) => remove(before, limit));
    if (removed === 0) return sum;
    sum += removed;
  }
}

async function sweepAssetEvents({ store, pace }: SweepParts, before: Micros): Promise<number> {
  let sum = 0;
  for (let after: number | null = 0; after !== null && !pace.isStopped;) {
    const from: number = after;
    const { removed, next } = await pace.step((limit) => store.removeAssetEvents(before, from, limit));
    sum += removed;
    after = next;
  }
  return sum;
}

async function sweepVersions({ store, pace }: SweepParts, before: Micros): Promise<number> {
  let sum = 0;
  let after: VersionPlace | null = null;
  while (!pace.isStopped) {
    const from: VersionPlace | null = after;
    const step: Awaited<ReturnType<RetentionStore["removeUnusedVersions"]>> = await pace.step((limit) =>
      store.removeUnusedVersions(before, from, limit),
    );
    sum += step.removed;
    if (step.next === null) break;
    after = step.next;
  }
  return sum;
}

/** Only with a whole list of what is in use anything is removed. */
async function sweepBundles({ store, files, pace }: SweepParts, before: Micros): Promise<number> {
  const inUse = new Set<string>();
  let after: VersionPlace | null = null;
  while (!pace.isStopped) {
    const from: VersionPlace | null = after;
    const step: Awaited<ReturnType<RetentionStore["listBundlePaths"]>> = await pace.step((limit) =>
      store.listBundlePaths(from, limit),
    );
    for (const path of step.paths) inUse.add(path);
    if (step.next === null) return files.removeBundles(before, inUse);
    after = step.next;
  }
  return 0;
}

async function releaseSpace({ store, pace }: SweepParts): Promise<void> {
  for (let free = Number.POSITIVE_INFINITY; free > 0 && !pace.isStopped;) {
    const left = await pace.step(() => store.releaseSpace(PAGES_A_STEP));
    if (left >= free) return;
    free = left;
  }
}

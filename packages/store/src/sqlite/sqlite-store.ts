/** The `Store` over one connection: which function answers which intent, and who is told of it afterwards. */
import type { AssetKey, DagRun, InboxEvent, InputAnswer, Json, Micros, WatcherReport, PlannedRun } from "@momiji/core";
import type { ActBatch } from "../act-store.ts";
import type { BackfillFilter, NewBackfill, NewBackfillDate } from "../backfill-store.ts";
import type { EventLogEntry, EventLogFilter } from "../event-log-store.ts";
import type {
  CommitBatch,
  DagFilter,
  PublishFile,
  PublishResult,
  RunFilter,
  RunNotice,
  Store,
  StoreNotice,
  XComKey,
} from "../store.ts";
import type { AssetEventFilter, AssetFilter, QueuedAssetFilter } from "../asset-store.ts";
import * as assetReads from "./asset-reads.ts";
import * as assetWrites from "./asset-writes.ts";
import type * as given from "../settings-store.ts";
import { hasScheduler, listActiveInstances } from "./activity.ts";
import { act, listTaskNotes, touched, type Touched } from "./acts.ts";
import { listBackfillDates, listBackfills } from "./backfills.ts";
import type { CallbackFilter } from "../callback-store.ts";
import type { DeadlineFilter } from "../deadline-store.ts";
import type { Noted } from "../access-store.ts";
import type { InputFilter, InputKey } from "../input-store.ts";
import { listCallbacks, loadCallbacks } from "./callbacks.ts";
import { check } from "./check.ts";
import { Checkpointer } from "./checkpointer.ts";
import { claimDags, releaseClaims, renewClaims } from "./claims.ts";
import { commit } from "./commit.ts";
import type { Connection } from "./connection.ts";
import { deleteDag } from "./dag-deletion.ts";
import { confirmCatchup, loadVersion, setPaused } from "./dags.ts";
import { DagsOfBatches } from "./dags-of-batches.ts";
import { DagsOfTurn } from "./dags-of-turn.ts";
import * as deadlines from "./deadlines.ts";
import { insertEvents, listEventLogs } from "./event-log.ts";
import { appendInbox, readInbox } from "./inbox.ts";
import * as inputs from "./inputs.ts";
import { createBackfill } from "./new-backfill.ts";
import { listPools, removePool, setPool } from "./pools.ts";
import { listImportErrors, publishFile, retireFiles } from "./publish.ts";
import { noticesOfAct, noticesOfCommit, noticesOfNew } from "../run-notices.ts";
import * as runs from "./runs.ts";
import { listXComNames, listXComs, returnedLengths } from "./mapping.ts";
import { SqliteKept } from "./sqlite-kept.ts";
import { WriteGroup } from "./write-group.ts";
import { getXComs } from "./xcoms.ts";

export interface SqliteStoreSettings {
  /** Whether a new DAG is paused where its author did not say. */
  readonly pausedAtCreation: boolean;
}

/** The work is done when a call returns; its answer is a promise because the contract's is. */
export class SqliteStore extends SqliteKept implements Store {
  readonly #db: Connection;
  readonly #settings: SqliteStoreSettings;
  readonly #group: WriteGroup;
  readonly #checkpointer: Checkpointer;
  readonly #dagsOfBatches: DagsOfBatches;
  readonly #dagsOfTurn: DagsOfTurn;

  readonly listXComs: Store["listXComs"] = async (keys) => listXComs(this.#db, keys);
  readonly listXComNames: Store["listXComNames"] = async (runKey, taskId) => listXComNames(this.#db, runKey, taskId);
  readonly returnedLengths: Store["returnedLengths"] = async (runKey, ids) => returnedLengths(this.#db, runKey, ids);

  constructor(db: Connection, settings: SqliteStoreSettings) {
    const checkpointer = new Checkpointer(db.path);
    super(db, (rows) => checkpointer.wrote(rows));
    this.#db = db;
    this.#settings = settings;
    this.#group = new WriteGroup(db);
    this.#checkpointer = checkpointer;
    this.#dagsOfBatches = new DagsOfBatches(db);
    this.#dagsOfTurn = new DagsOfTurn(db);
  }

  async publishFile(input: PublishFile, now: Micros) {
    const moment = { now, ...this.#settings };
    const result = await this.#group.write(() => publishFile(this.#db, input, moment));
    if (result.errorsChanged) this.notices.send({ kind: "import-errors" });
    return this.#tellOfDags(result);
  }

  async retireFiles(files: readonly string[], now: Micros) {
    const result = retireFiles(this.#db, files, now);
    if (result.errorsChanged) this.notices.send({ kind: "import-errors" });
    return this.#tellOfDags(result);
  }

  async listDags(filter: DagFilter = {}) {
    return this.#dagsOfTurn.list(filter);
  }

  async loadVersion(dagId: string, version: number) {
    return loadVersion(this.#db, dagId, version);
  }

  async setPaused(dagId: string, paused: boolean, now: Micros) {
    const isKnown = setPaused(this.#db, dagId, { paused, now });
    if (isKnown) this.#tell("dags", [dagId]);
    return isKnown;
  }

  async confirmCatchup(dagId: string, now: Micros) {
    const isKnown = confirmCatchup(this.#db, dagId, now);
    if (isKnown) this.#tell("dags", [dagId]);
    return isKnown;
  }

  async deleteDag(dagId: string, now: Micros, events: readonly EventLogEntry[]) {
    const answer = deleteDag(this.#db, dagId, { now, events });
    if (answer === "marked") this.#tell("dags", [dagId]);
    return answer;
  }

  async listImportErrors() {
    return listImportErrors(this.#db);
  }

  async createRuns(newRuns: readonly PlannedRun[], now: Micros, events: readonly EventLogEntry[] = []) {
    const answers = await this.#group.write(() => {
      const inserted = runs.insertRuns(this.#db, newRuns, now);
      if (inserted.some(({ created }) => created)) insertEvents(this.#db, events, now);
      return inserted;
    });
    this.#checkpointer.wrote(newRuns.length);
    const born = answers.flatMap((answer) => (answer.created ? [answer.run] : []));
    this.#tellOfRuns(touched(born), () => noticesOfNew(born));
    return answers;
  }

  logEvents = (entries: readonly EventLogEntry[], now: Micros) =>
    this.#group.write(() => insertEvents(this.#db, entries, now));
  listTaskNotes = async (runKey: number) => listTaskNotes(this.#db, runKey);
  listBackfills = async (filter: BackfillFilter) => listBackfills(this.#db, filter);
  listBackfillDates = async (id: number) => listBackfillDates(this.#db, id);
  listEventLogs = async (filter: EventLogFilter = {}) => listEventLogs(this.#db, filter);

  async act(batch: ActBatch) {
    const about = touched();
    const result = act(this.#db, batch, about);
    if (!result.applied) return result;
    this.#checkpointer.wrote(about.runKeys.size);
    this.#tellOfRuns(about, () => noticesOfAct(batch));
    const switched = (batch.dags ?? []).map(({ dagId }) => dagId);
    this.#tell("dags", switched);
    if ((batch.backfills?.length ?? 0) > 0) this.#tell("backfills", [...about.dagIds]);
    return result;
  }

  async createBackfill(
    backfill: NewBackfill,
    dates: readonly NewBackfillDate[],
    { now, events }: { now: Micros; events: readonly EventLogEntry[] },
  ) {
    const about = touched();
    const answer = createBackfill(this.#db, { backfill, dates, now, events }, about);
    if (!answer.created) return answer;
    this.#checkpointer.wrote(about.runKeys.size);
    this.#tellOfRuns(about);
    return answer;
  }

  async listRuns(filter: RunFilter) {
    return runs.listRuns(this.#db, filter);
  }

  async findRun(dagId: string, runId: string) {
    return runs.findRun(this.#db, dagId, runId);
  }

  async loadActiveRuns(dagIds: readonly string[]) {
    return runs.loadActiveRuns(this.#db, dagIds);
  }

  async loadRuns(runKeys: readonly number[]) {
    return runs.loadRuns(this.#db, runKeys);
  }

  async listAttempts(runKey: number, taskId: string, mapIndex: number) {
    return runs.listAttempts(this.#db, { runKey, taskId, mapIndex });
  }

  async findPreviousRun(run: DagRun, scheduledOnly: boolean) {
    return runs.findPreviousRun(this.#db, run, scheduledOnly);
  }

  async findPreviousSuccess(run: DagRun) {
    return runs.findPreviousSuccess(this.#db, run);
  }

  async findTaskStates(dagId: string, logicalDate: Micros, taskIds: readonly string[]) {
    return runs.findTaskStates(this.#db, { dagId, logicalDate }, taskIds);
  }

  async claimDags(claim: { owner: string; leaseSeconds: number | null; takeover: boolean }) {
    return claimDags(this.#db, claim);
  }

  async renewClaims(owner: string, leaseSeconds: number) {
    return renewClaims(this.#db, owner, leaseSeconds);
  }

  async releaseClaims(owner: string) {
    releaseClaims(this.#db, owner);
  }

  async commit(batch: CommitBatch) {
    const queued = new Set<string>();
    const result = commit(this.#db, batch, queued);
    this.#checkpointer.wrote(
      batch.runs.reduce((sum, { insert, update }) => sum + (insert?.length ?? 0) + (update?.length ?? 0), 0),
    );
    if (!this.notices.wanted) return result;
    this.#tell("assets", [...queued]);
    this.#tell(
      "dags",
      result.paused.map(({ dagId }) => dagId),
    );
    const dagIds = this.#dagsOfBatches.of(batch, result);
    const changes = () => noticesOfCommit(batch, result);
    if (dagIds.length > 0) this.notices.send({ kind: "runs", dagIds, by: batch.owner, changes });
    return result;
  }

  async appendInbox(events: readonly InboxEvent[], now: Micros) {
    await this.#group.write(() => appendInbox(this.#db, events, now));
    this.notices.send({ kind: "inbox" });
  }

  async readInbox(limit: number) {
    return readInbox(this.#db, limit);
  }

  async loadCallbacks(dagIds: readonly string[]) {
    return loadCallbacks(this.#db, dagIds);
  }

  async listCallbacks(filter: CallbackFilter) {
    return listCallbacks(this.#db, filter);
  }

  async loadPendingDeadlines(dagIds: readonly string[]) {
    return deadlines.loadPendingDeadlines(this.#db, dagIds);
  }

  async loadDeadlines(runKey: number) {
    return deadlines.loadDeadlines(this.#db, runKey);
  }

  async listDeadlines(filter: DeadlineFilter) {
    return deadlines.listDeadlines(this.#db, filter);
  }

  async listRunTimes(dagId: string, limit: number) {
    return deadlines.listRunTimes(this.#db, dagId, limit);
  }

  async listInputs(filter: InputFilter) {
    return inputs.listInputs(this.#db, filter);
  }

  async loadInputs(key: InputKey) {
    return inputs.loadInputs(this.#db, key);
  }

  async respond(key: InputKey, answer: InputAnswer, noted: Noted) {
    const result = await this.#group.write(() => inputs.respond(this.#db, key, { answer, noted }));
    if (result === "taken") this.notices.send({ kind: "inbox" });
    return result;
  }

  async getXComs(keys: readonly XComKey[]) {
    return getXComs(this.#db, keys);
  }

  async listPools() {
    return listPools(this.#db);
  }

  async setPool(pool: given.PoolRecord) {
    setPool(this.#db, pool);
    this.notices.send({ kind: "pools" });
  }

  async listAssets(filter: AssetFilter = {}) {
    return assetReads.listAssets(this.#db, filter);
  }

  async listAssetAliases() {
    return assetReads.listAssetAliases(this.#db);
  }

  async listAssetEvents(filter: AssetEventFilter) {
    return assetReads.listAssetEvents(this.#db, filter);
  }

  async listLastAssetEvents(assetIds: readonly number[], most: number) {
    return assetReads.listLastAssetEvents(this.#db, assetIds, most);
  }

  async listEventsOfRun(runKey: number) {
    return assetReads.listEventsOfRun(this.#db, runKey);
  }

  async createAssetEvent(id: number, extra: { readonly [name: string]: Json }, now: Micros) {
    const { eventId, queued } = assetWrites.createAssetEvent(this.#db, { id, extra, now });
    this.#tell("assets", [...queued]);
    return eventId;
  }

  async loadAssetQueues(dagIds: readonly string[]) {
    return assetReads.loadAssetQueues(this.#db, dagIds);
  }

  async listQueuedAssets(filter: QueuedAssetFilter) {
    return assetReads.listQueuedAssets(this.#db, filter);
  }

  async deleteQueuedAssets(filter: QueuedAssetFilter) {
    const dagIds = assetWrites.deleteQueuedAssets(this.#db, filter);
    this.#tell("assets", [...new Set(dagIds)]);
    return dagIds.length;
  }

  async listWantedWatchers() {
    return assetWrites.listWantedWatchers(this.#db);
  }

  async reportWatcher(report: WatcherReport, now: Micros) {
    this.#tell("assets", [...assetWrites.reportWatcher(this.#db, report, now)]);
  }

  async reportWatcherFailure({ asset, name }: { asset: AssetKey; name: string }, message: string, now: Micros) {
    assetWrites.reportWatcherFailure(this.#db, { asset, name, message }, now);
  }

  async removePool(name: string) {
    const wasThere = removePool(this.#db, name);
    if (wasThere) this.notices.send({ kind: "pools" });
    return wasThere;
  }

  async listActiveInstances() {
    return listActiveInstances(this.#db);
  }

  async hasScheduler(dagId: string) {
    return hasScheduler(this.#db, dagId);
  }

  subscribe(listener: (notice: StoreNotice) => void) {
    return this.notices.subscribe(listener);
  }

  async check() {
    return check(this.#db);
  }

  async close() {
    this.#group.flush();
    await this.#checkpointer.stop();
    this.#db.close();
  }

  #tell(kind: "dags" | "runs" | "assets" | "backfills", dagIds: readonly string[]): void {
    if (dagIds.length > 0) this.notices.send({ kind, dagIds });
  }

  #tellOfRuns({ dagIds, runKeys }: Touched, changes?: () => readonly RunNotice[]): void {
    if (runKeys.size === 0) return;
    const about = { dagIds: [...dagIds], runKeys: [...runKeys] };
    this.notices.send({ kind: "runs", ...about, ...(changes === undefined ? {} : { changes }) });
  }

  #tellOfDags({ changed, gone }: PublishResult): PublishResult {
    this.#tell("dags", [...changed, ...gone]);
    return { changed, gone };
  }
}

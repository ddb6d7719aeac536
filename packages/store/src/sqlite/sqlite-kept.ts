/** The part of the store that keeps states of tasks and assets, what belongs to users, and XComs of people. */
import type { Json, Micros } from "@momiji/core";
import type { EventLogEntry } from "../event-log-store.ts";
import type { KeptAssetState, KeptStateStore, StatePage, StatePlace, KeptTaskState } from "../kept-state-store.ts";
import type { OverviewStore } from "../overview-store.ts";
import type { PersonalStore, UserDocumentName } from "../personal-store.ts";
import type { RenderedPlace, RenderedStore } from "../rendered-store.ts";
import type { SummaryStore } from "../summary-store.ts";
import type { XComPlace, XComStore, XComWhen } from "../xcom-store.ts";
import type { Connection } from "./connection.ts";
import * as states from "./kept-states.ts";
import * as overviews from "./overviews.ts";
import * as personal from "./personal.ts";
import { findRendered } from "./rendered.ts";
import { SqliteUpkeep } from "./sqlite-upkeep.ts";
import * as summaries from "./summaries.ts";
import { putXCom, removeXCom } from "./xcoms.ts";

export class SqliteKept
  extends SqliteUpkeep
  implements KeptStateStore, OverviewStore, PersonalStore, RenderedStore, SummaryStore, XComStore
{
  readonly #db: Connection;

  constructor(db: Connection, wrote: (rows: number) => void) {
    super(db, wrote);
    this.#db = db;
  }

  async listTaskStates(at: StatePlace, page: StatePage, now: Micros) {
    return states.listTaskStates(this.#db, at, { ...page, now });
  }

  async findTaskState(at: StatePlace, key: string, now: Micros) {
    return states.findTaskState(this.#db, at, { key, now });
  }

  async putTaskState(at: StatePlace, state: Omit<KeptTaskState, "updatedAt">, now: Micros) {
    return states.putTaskState(this.#db, at, { ...state, now });
  }

  async removeTaskStates(of: { runKey: number; taskId: string; mapIndex?: number; key?: string }) {
    return states.removeTaskStates(this.#db, of);
  }

  async listAssetStates(assetId: number, page: StatePage) {
    return states.listAssetStates(this.#db, assetId, page);
  }

  async findAssetState(assetId: number, key: string) {
    return states.findAssetState(this.#db, assetId, key);
  }

  async putAssetState(assetId: number, state: Omit<KeptAssetState, "updatedAt">, now: Micros) {
    return states.putAssetState(this.#db, assetId, { ...state, now });
  }

  async removeAssetStates(assetId: number, key?: string) {
    return states.removeAssetStates(this.#db, assetId, key);
  }

  async listFavorites(user: string) {
    return personal.listFavorites(this.#db, user);
  }

  async setFavorite(user: string, dagId: string, isFavorite: boolean) {
    return personal.setFavorite(this.#db, user, { dagId, isFavorite });
  }

  async findUserDocument(user: string, name: UserDocumentName) {
    return personal.findUserDocument(this.#db, user, name);
  }

  async putUserDocument(user: string, document: { name: UserDocumentName; value: Json }, now: Micros) {
    personal.putUserDocument(this.#db, user, { ...document, now });
  }

  async putXCom(xcom: XComPlace & { value: Json; when: XComWhen }, now: Micros, events: readonly EventLogEntry[]) {
    return putXCom(this.#db, xcom, { now, events });
  }

  async removeXCom(place: XComPlace, now: Micros, events: readonly EventLogEntry[]) {
    return removeXCom(this.#db, place, { now, events });
  }

  async findRendered(places: readonly RenderedPlace[]) {
    return findRendered(this.#db, places);
  }

  loadOverviews: OverviewStore["loadOverviews"] = async (request) => overviews.loadOverviews(this.#db, request);
  listDagMarks: OverviewStore["listDagMarks"] = async (request) => overviews.listDagMarks(this.#db, request);
  listInstanceMarks: OverviewStore["listInstanceMarks"] = async (runKey) =>
    overviews.listInstanceMarks(this.#db, runKey);
  countProgress: OverviewStore["countProgress"] = async (runKeys) => overviews.countProgress(this.#db, runKeys);
  countEndedRuns: OverviewStore["countEndedRuns"] = async (request) => overviews.countEndedRuns(this.#db, request);
  countFacets: OverviewStore["countFacets"] = async (request) => overviews.countFacets(this.#db, request);
  listTags: SummaryStore["listTags"] = async (request) => summaries.listTags(this.#db, request);
  countRunsByState: SummaryStore["countRunsByState"] = async (request) => summaries.countRunsByState(this.#db, request);
}

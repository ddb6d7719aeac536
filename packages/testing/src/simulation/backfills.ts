/** What people do with backfills: they make, hold, let go and cancel them, by the decisions of the server. */
import {
  abandonRun,
  type BackfillDate,
  type BackfillRequest,
  buildGraph,
  clearRun,
  createTimetable,
  type Micros,
  MINUTE,
  parseInstant,
  planBackfill,
  type RunView,
} from "@momiji/core";
import {
  allDags,
  type BackfillRecord,
  type DagRecord,
  type LoadedRun,
  type NewBackfillDate,
  type RunAct,
} from "@momiji/store";
import type { Outside } from "./outside.ts";
import { backfillAsTold, type PlantedBug } from "./planted-bugs.ts";

const WHOLE = { upstream: false, downstream: false, onlyFailed: false, onlyRunning: false, resetDagRuns: true };

export class Backfills {
  readonly #outside: Outside;
  readonly #bug: PlantedBug | undefined;

  constructor(outside: Outside, bug: PlantedBug | undefined) {
    this.#outside = outside;
    this.#bug = bug;
  }

  /** Something happens to one of them, or another one is made. */
  async any(): Promise<void> {
    const { random, store } = this.#outside;
    const open = await store.listBackfills({ scope: allDags, openOnly: true });
    const backfill = open[random.whole(0, 2)];
    if (backfill === undefined) await this.#create();
    else if (random.chance(0.2)) await this.#cancel(backfill);
    else await this.#hold(backfill, !backfill.isPaused);
  }

  async letAllGo(): Promise<void> {
    for (const backfill of await this.#outside.store.listBackfills({ scope: allDags, openOnly: true }))
      await this.#hold(backfill, false);
  }

  async #create(): Promise<void> {
    const { random, store, clock, audit, trace } = this.#outside;
    const dags = await store.listDags();
    const dag = dags[random.whole(0, dags.length - 1)];
    if (dag === undefined) return;
    const request = this.#request();
    const dates = await this.#plan(dag, request);
    if (dates === null) return;
    const wanted = { ...request, dagId: dag.dagId, triggeredBy: "simulation" };
    const placed = await this.#placed(dates);
    const told = backfillAsTold(this.#bug, wanted);
    const answer = await store.createBackfill(told, placed, { now: clock.wall, events: [] });
    trace.note("backfill", answer);
    if (!answer.created) return;
    const asked = { ...answer.backfill, maxActiveRuns: wanted.maxActiveRuns };
    audit.backfilled(asked, placed, await store.listRuns({ backfillId: answer.backfill.id, limit: 1_000 }));
  }

  #request(): BackfillRequest {
    const { random, clock } = this.#outside;
    const from = clock.wall - random.whole(0, 12 * 60) * MINUTE;
    return {
      from,
      to: from + random.whole(0, 6 * 60) * MINUTE,
      runBackwards: random.chance(0.3),
      conf: random.chance(0.5) ? { backfill: true } : null,
      reprocessBehavior: random.pick(["none", "failed", "completed"] as const),
      maxActiveRuns: random.whole(1, 4),
    };
  }

  /** Null: it is refused. */
  async #plan({ spec, version, dagId }: DagRecord, request: BackfillRequest): Promise<readonly BackfillDate[] | null> {
    const { store, clock } = this.#outside;
    const startDate = spec.startDate === undefined ? null : parseInstant(spec.startDate);
    const timetable = createTimetable(spec.schedule, { startDate });
    const existing = await store.listRuns({
      dagId,
      logicalFrom: request.from,
      logicalTo: request.to,
      limit: 1_000_000,
    });
    const plan = planBackfill({ spec, dagVersion: version, timetable, existing }, request, clock.wall);
    return plan.ok ? plan.dates : null;
  }

  async #placed(dates: readonly BackfillDate[]): Promise<NewBackfillDate[]> {
    const placed: NewBackfillDate[] = [];
    for (const { ordinal, logicalDate, action } of dates) {
      if (action.kind !== "reprocess") placed.push({ ordinal, logicalDate, action });
      else placed.push({ ordinal, logicalDate, action: await this.#reprocessed(action.run.runKey) });
    }
    return placed;
  }

  async #reprocessed(runKey: number): Promise<NewBackfillDate["action"]> {
    const [found] = await this.#outside.store.loadRuns([runKey]);
    if (found === undefined) return { kind: "skip", reason: "in flight" };
    const { changes } = clearRun(await this.#viewOf(found), { ...WHOLE, newest: null }, this.#now);
    return { kind: "reprocess", act: { runKey, expectRevision: found.run.revision, changes } };
  }

  async #hold({ id }: BackfillRecord, isPaused: boolean): Promise<void> {
    const { store, trace } = this.#outside;
    trace.note("backfill held", { id, isPaused });
    await store.act({ now: this.#now, backfills: [{ id, isPaused, isCompleted: false }], events: [] });
  }

  /** Runs that have not begun fail; what runs goes on. */
  async #cancel({ id }: BackfillRecord): Promise<void> {
    const { store, audit, trace } = this.#outside;
    const queued = await store.listRuns({ backfillId: id, states: ["queued"], limit: 1_000_000 });
    const runs: RunAct[] = [];
    for (const loaded of await store.loadRuns(queued.map(({ runKey }) => runKey))) {
      const { changes } = abandonRun(await this.#viewOf(loaded), `backfill ${id} was cancelled`, this.#now);
      runs.push({ runKey: loaded.run.runKey, expectRevision: loaded.run.revision, changes });
    }
    const backfills = [{ id, isPaused: true, isCompleted: true }];
    const result = await store.act({ now: this.#now, runs, backfills, events: [] });
    trace.note("backfill cancelled", { id, result });
    if (result.applied) for (const act of runs) audit.acted(act);
  }

  get #now(): Micros {
    return this.#outside.clock.wall;
  }

  async #viewOf({ run, instances }: LoadedRun): Promise<RunView> {
    const version = await this.#outside.store.loadVersion(run.dagId, run.dagVersion);
    if (version === null) throw new Error(`the store holds no version ${run.dagVersion} of DAG ${run.dagId}`);
    return { graph: buildGraph(version.spec), run, instances, previous: null };
  }
}

/** The page that greets: what runs, what has failed, what is late, what comes next, and whom somebody must answer. */
import { HOUR, type Micros } from "@momiji/core";
import type { EndedRuns, LoadedRun } from "@momiji/store";
import type { ApiDeps } from "../api-deps.ts";
import { UNKNOWN_INSTALLATION } from "../installation.ts";
import { cursorText } from "../live/event-hub.ts";
import { presentInstant } from "../present.ts";
import { type Call, route, type Route } from "../route.ts";
import { poolUsage, presentPool } from "../settings/pool-usage.ts";
import { failurePrint } from "../views/failure-words.ts";
import { NextRuns } from "../views/next-runs.ts";
import type { LiveDeps } from "./events.ts";

export type HomeDeps = ApiDeps & LiveDeps;

/** Rows of each part. */
const MOST = 25;
const MOST_FAILED = 200;

type Asked = Pick<Call, "dags" | "may" | "scope">;

export function homeRoutes(deps: HomeDeps): readonly Route[] {
  const next = new NextRuns(deps.store);
  return [
    route({
      method: "GET",
      path: "/api/momiji/v1/home",
      operationId: "get_home",
      access: { dag: "run", may: "read" },
      schemas: async () => (await import("../schemas/views.ts")).home,
      handle: async (call) => {
        const now = deps.clock.now();
        const since = call.query.since ?? now - 24 * HOUR;
        const seq = cursorText(deps.hub.position());
        const [runs, dags, others] = await Promise.all([
          runParts(deps, call, since),
          dagParts(deps, call, { next, now }),
          otherParts(deps, call),
        ]);
        return { seq, at: presentInstant(now), since: presentInstant(since), ...runs, ...dags, ...others };
      },
    }),
  ];
}

async function runParts({ store }: HomeDeps, { dags: scope }: Asked, since: Micros) {
  const newest = [{ by: "run_after", descending: true }] as const;
  const active = await store.listRunsPage({
    filter: { states: ["running", "queued"] },
    page: { order: newest, limit: MOST },
    scope,
  });
  const failed = await store.listRunsPage({
    filter: { states: ["failed"], endDate: { gte: since } },
    page: { order: newest, limit: MOST_FAILED },
    scope,
  });
  const ended = await store.countEndedRuns({ since, scope });
  const loaded = await store.loadRuns(failed.rows.map(({ runKey }) => runKey));
  return {
    running: active.rows.map((run) => ({
      dagId: run.dagId,
      runId: run.runId,
      state: run.state,
      type: run.runType,
      start: presentInstant(run.startDate),
    })),
    failures: failuresOf(loaded).slice(0, MOST),
    counts: {
      active: active.total,
      failed: failed.total,
      success: ended.reduce((sum, { state, count }) => (state === "success" ? sum + count : sum), 0),
    },
    history: historyOf(ended),
  };
}

/** Runs that failed for the same reason, as far as it can be told, together. */
function failuresOf(loaded: readonly LoadedRun[]) {
  const reasons = loaded.map(({ run, instances }) => {
    const first = instances.find(({ state }) => state === "failed");
    const words = first?.outcome?.kind === "failed" ? first.outcome.message : (run.reason ?? "");
    const task = first?.taskId ?? null;
    const alike = first ?? { taskId: "", outcome: null, state: "failed" as const };
    return { run, task, words, print: failurePrint(run.dagId, alike) };
  });
  return [...Map.groupBy(reasons, ({ print }) => print)].map(([print, of]) => ({
    dagId: of[0]?.run.dagId,
    taskId: of[0]?.task ?? null,
    fingerprint: print,
    title: of.at(-1)?.words ?? "",
    runs: of.map(({ run }) => run.runId).toReversed(),
    last: presentInstant(of.at(-1)?.run.endDate ?? null),
  }));
}

/** By hour of their end. */
function historyOf(ended: readonly EndedRuns[]) {
  return [...Map.groupBy(ended, ({ hour }) => hour)].map(([hour, of]) => {
    const countOf = (wanted: EndedRuns["state"]): number => of.find(({ state }) => state === wanted)?.count ?? 0;
    return [presentInstant(hour), { success: countOf("success"), failed: countOf("failed") }];
  });
}

async function dagParts({ store }: HomeDeps, { dags: scope }: Asked, { next, now }: { next: NextRuns; now: Micros }) {
  const marks = await store.listDagMarks({ filter: {}, scope });
  const moments = await next.of(marks, now);
  const coming = marks.flatMap(({ dagId, isPaused }) => {
    const at = isPaused ? null : (moments.get(dagId) ?? null);
    return at === null ? [] : [{ dagId, at }];
  });
  const soonest = coming.toSorted((a, b) => a.at - b.at).slice(0, MOST);
  return {
    dags: { all: marks.length, paused: marks.filter(({ isPaused }) => isPaused).length },
    next: soonest.map(({ dagId, at }) => ({ dagId, runAfter: presentInstant(at) })),
  };
}

async function otherParts({ store, installation = UNKNOWN_INSTALLATION }: HomeDeps, call: Asked) {
  const { dags: scope, may } = call;
  const open = (await store.listInputs({ isAnswered: false, scope: call.scope("hitl", "read"), limit: MOST })).details;
  const missed = await store.listDeadlines({ states: ["missed"], scope, limit: MOST });
  const errors = may("import_errors", "read")
    ? await store.listImportErrorsPage({ filter: {}, page: { order: [], limit: MOST }, scope })
    : { rows: [], total: 0 };
  const usage = may("pools", "read") ? await poolUsage(store) : new Map();
  const pools = may("pools", "read") ? await store.listPools() : [];
  return {
    hitl: open.map(({ dagId, runId, taskId, mapIndex, subject }) => ({ dagId, runId, taskId, mapIndex, subject })),
    late: missed.map(({ dagId, runId, name, dueAt }) => ({ dagId, runId, name, due: presentInstant(dueAt) })),
    importErrors: errors.rows.map(({ id, file, message }) => ({ id, file, message })),
    pools: pools.map((pool) => presentPool(pool, usage.get(pool.name))),
    services: may("jobs", "read") ? installation.services().map(({ type, state }) => ({ type, state })) : [],
  };
}

/** The page that greets: what runs, what has failed, what is late, what comes next, and whom somebody must answer. */
import { type DagRun, HOUR, type Micros, runEndData } from "@momiji/core";
import type { EndedRuns, InputDetail, LoadedRun } from "@momiji/store";
import type { ApiDeps } from "../api-deps.ts";
import { UNKNOWN_INSTALLATION } from "../installation.ts";
import { Explainer } from "../explain/explainer.ts";
import { cursorText } from "../live/event-hub.ts";
import { presentInstant } from "../present.ts";
import { usualMicros } from "../preview/reach.ts";
import { type Call, route, type Route } from "../route.ts";
import { poolUsage, presentPool } from "../settings/pool-usage.ts";
import { blockedDags } from "../views/blocked-dags.ts";
import { blockedTasks } from "../views/failure.ts";
import { FailureHeadlines } from "../views/failure-headline.ts";
import { codeOfFailure, exitCodeOf, failurePrint } from "../views/failure-words.ts";
import { presentLate } from "../views/late-runs.ts";
import { NextRuns } from "../views/next-runs.ts";
import type { LiveDeps } from "./events.ts";

export type HomeDeps = ApiDeps & LiveDeps;

/** Rows of each part. */
const MOST = 25;
const MOST_FAILED = 200;
/** Ended runs of a DAG that are looked at for those that went well before a failure. */
const MOST_ENDED = 100;
/** Deadlines that are counted. */
const MOST_LATE = 1000;

type Asked = Pick<Call, "dags" | "may" | "mayDag" | "scope">;

export function homeRoutes(deps: HomeDeps): readonly Route[] {
  const next = new NextRuns(deps.store);
  const headlines = new FailureHeadlines(deps.logs);
  const explainer = new Explainer(deps);
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
          otherParts(deps, call, explainer),
        ]);
        const failures = await Promise.all(
          runs.failures.map(async ({ attemptId, dagVersion, firstRun, ...failure }) => ({
            ...failure,
            goodBefore: await goodBefore(deps, firstRun),
            blockedDags: await blockedBy(deps, { ...failure, dagVersion }, call),
            headline: await headlineOf({ ...failure, attemptId }, headlines, call),
          })),
        );
        return {
          seq,
          at: presentInstant(now),
          since: presentInstant(since),
          ...runs,
          ...dags,
          ...others,
          failures,
          totals: { ...runs.totals, ...dags.totals, ...others.totals },
        };
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
  const progress = await progressOf(store, active.rows);
  const ended = await store.countEndedRuns({ since, scope });
  const loaded = await store.loadRuns(failed.rows.map(({ runKey }) => runKey));
  const dagIds = [...new Set(loaded.map(({ run }) => run.dagId))];
  const good =
    dagIds.length === 0
      ? []
      : (
          await store.listRunsPage({
            filter: { dagIds, states: ["success"], endDate: { gte: since } },
            page: { order: newest, limit: MOST_FAILED },
            scope,
          })
        ).rows;
  // The newest come first: of each DAG the last one that is set is the oldest.
  const lastGood = new Map(good.toReversed().map(({ dagId, runAfter }) => [dagId, runAfter]));
  const failures = failuresOf(loaded, lastGood);
  return {
    running: active.rows.map((run, at) => ({
      dagId: run.dagId,
      runId: run.runId,
      state: run.state,
      type: run.runType,
      start: presentInstant(run.startDate),
      ...progress[at],
    })),
    failures: failures.slice(0, MOST),
    totals: { failures: failures.length },
    counts: {
      active: active.total,
      failed: failed.total,
      success: ended.reduce((sum, { state, count }) => (state === "success" ? sum + count : sum), 0),
    },
    history: historyOf(ended),
  };
}

/** How far each is, and how long runs of its DAG usually take. */
async function progressOf(store: HomeDeps["store"], runs: readonly DagRun[]) {
  const counted = await store.countProgress(runs.map(({ runKey }) => runKey));
  const byRun = new Map(counted.map(({ runKey, done, all }) => [runKey, { done, all }]));
  const dagIds = [...new Set(runs.map(({ dagId }) => dagId))];
  const usual = await Promise.all(dagIds.map((dagId) => usualMicros(store, dagId)));
  return runs.map(({ runKey, dagId }) => {
    const micros = usual[dagIds.indexOf(dagId)] ?? null;
    return {
      tasks: byRun.get(runKey) ?? { done: 0, all: 0 },
      usualMs: micros === null ? null : Math.round(micros / 1000),
    };
  });
}

/** Runs that failed for the same reason, as far as it can be told, together; what others wait for and nobody has mended first. */
function failuresOf(loaded: readonly LoadedRun[], lastGood: ReadonlyMap<string, Micros>) {
  const reasons = loaded.map(({ run, instances }) => {
    const first = instances.find(({ state }) => state === "failed");
    const words = first?.outcome?.kind === "failed" ? first.outcome.message : (run.reason ?? "");
    const alike = first ?? { taskId: "", outcome: null, state: "failed" as const };
    const blocked = instances.filter(({ state }) => state === "upstream_failed").length;
    return { run, first, words, blocked, print: failurePrint(run.dagId, alike) };
  });
  const failures = [...Map.groupBy(reasons, ({ print }) => print)].flatMap(([print, of]) => {
    const newest = of.toSorted((a, b) => b.run.runAfter - a.run.runAfter || b.run.runKey - a.run.runKey);
    const [last, firstRun] = [newest[0], newest.at(-1)?.run];
    if (last === undefined || firstRun === undefined) return [];
    const { run, first, words, blocked } = last;
    return {
      dagId: run.dagId,
      dagVersion: run.dagVersion,
      firstRun,
      taskId: first?.taskId ?? null,
      mapIndex: first?.mapIndex ?? -1,
      tryNumber: first?.tryNumber ?? 0,
      fingerprint: print,
      title: words,
      attemptId: first?.attemptId ?? null,
      code: first === undefined ? null : codeOfFailure(first),
      exitCode: first === undefined ? null : exitCodeOf(first),
      end: runEndData(run),
      runs: newest.map(({ run: { runId } }) => runId),
      last: presentInstant(run.endDate),
      blocked,
      fixed: (lastGood.get(run.dagId) ?? 0) > run.runAfter,
    };
  });
  const rank = ({ fixed, blocked }: (typeof failures)[number]): number => (fixed ? 2 : blocked === 0 ? 1 : 0);
  return failures.toSorted((a, b) => rank(a) - rank(b));
}

type Failure = ReturnType<typeof failuresOf>[number];

/** What the program said: an exit code alone says nothing. Only to those who may read the log. */
async function headlineOf(
  failure: Omit<Failure, "dagVersion" | "firstRun">,
  headlines: FailureHeadlines,
  { mayDag }: Asked,
) {
  const { attemptId, code, dagId, taskId, mapIndex, tryNumber, runs } = failure;
  if (attemptId === null || code !== "exit_code" || !(await mayDag(dagId, "log", "read"))) return null;
  return headlines.of(attemptId, { dagId, runId: runs[0] ?? "", taskId: taskId ?? "", mapIndex, tryNumber }, code);
}

/** How many runs of its DAG, one after the other, had gone well when it came. */
async function goodBefore({ store }: HomeDeps, { dagId, runAfter }: DagRun): Promise<number> {
  const ended = await store.listRuns({ dagId, states: ["success", "failed"], limit: MOST_ENDED });
  const before = ended.filter((run) => run.runAfter < runAfter);
  const bad = before.findIndex(({ state }) => state === "failed");
  return bad === -1 ? before.length : bad;
}

/** How many DAGs get nothing because of it, of those that may be seen. */
async function blockedBy(
  { store, graphs }: HomeDeps,
  { dagId, dagVersion, taskId }: Pick<Failure, "dagId" | "dagVersion" | "taskId">,
  call: Asked,
): Promise<number> {
  if (taskId === null) return 0;
  const graph = await graphs.of(dagId, dagVersion);
  const taskIds = [taskId, ...blockedTasks(graph, taskId)];
  return (await blockedDags(store, { graph, taskIds }, call)).length;
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
    totals: { next: coming.length },
  };
}

async function otherParts(deps: HomeDeps, call: Asked, explainer: Pick<Explainer, "run">) {
  const { store, installation = UNKNOWN_INSTALLATION } = deps;
  const { dags: scope, may } = call;
  const asked = await store.listInputs({ isAnswered: false, scope: call.scope("hitl", "read"), limit: MOST });
  const late = await store.listDeadlines({ states: ["missed"], isRunActive: true, scope, limit: MOST_LATE });
  const errors = may("import_errors", "read")
    ? await store.listImportErrorsPage({ filter: {}, page: { order: [], limit: MOST }, scope })
    : { rows: [], total: 0 };
  const usage = may("pools", "read") ? await poolUsage(store) : new Map();
  const pools = may("pools", "read") ? await store.listPools() : [];
  return {
    hitl: await questionsOf(deps, asked.details),
    late: await presentLate(late.slice(0, MOST), explainer),
    importErrors: errors.rows.map(({ id, file, line, message }) => ({ id, file, line: line ?? null, message })),
    pools: pools.map((pool) => presentPool(pool, usage.get(pool.name))),
    dagFolders: may("config", "read") ? installation.dagFolders : [],
    services: may("jobs", "read") ? installation.services().map(({ type, state }) => ({ type, state })) : [],
    totals: { hitl: asked.total, late: late.length, importErrors: errors.total },
  };
}

/** With those who alone may answer. */
async function questionsOf({ store, graphs }: HomeDeps, open: readonly InputDetail[]) {
  const loaded = await store.loadRuns([...new Set(open.map(({ runKey }) => runKey))]);
  const versions = new Map(loaded.map(({ run }) => [run.runKey, run.dagVersion]));
  return Promise.all(
    open.map(async ({ runKey, dagId, runId, taskId, mapIndex, subject, createdAt }) => {
      const version = versions.get(runKey);
      const graph = version === undefined ? null : await graphs.of(dagId, version);
      const task = graph?.tasks[graph.indexOf.get(taskId) ?? -1]?.spec;
      const assignedTo = (task?.input?.assignees ?? []).map(({ name }) => name);
      return { dagId, runId, taskId, mapIndex, subject, since: presentInstant(createdAt), assignedTo };
    }),
  );
}

/** What triggering a DAG would do: the run that it makes, its tasks, what it waits for, and which templates lack a date. */
import {
  createTimetable,
  type DagGraph,
  type GraphTask,
  type Json,
  maxActiveRuns,
  paramsOf,
  parseInstant,
  planTriggeredRun,
  type TriggerRequest,
} from "@momiji/core";
import type { DagRecord, Store } from "@momiji/store";
import type { ActDeps } from "../act-on-runs.ts";
import { ApiError } from "../errors.ts";
import { problemOfParams } from "../params.ts";
import { presentInstant } from "../present.ts";
import { knownDag, refusal } from "../trigger.ts";
import { fingerprint } from "../views/etag.ts";

interface Note {
  readonly code: string;
  readonly text: string;
}

/** @throws ApiError as the trigger itself, but for a run that there is already: the preview names it */
export async function triggerPreview(
  { store, clock, graphs }: Pick<ActDeps, "store" | "clock" | "graphs">,
  dagId: string,
  request: TriggerRequest,
) {
  const dag = await knownDag(store, dagId);
  const { spec } = dag;
  const problem = await problemOfParams(spec, request.conf ?? {});
  if (problem !== null) throw new ApiError("invalid_params", [problem]);
  const startDate = spec.startDate === undefined ? null : parseInstant(spec.startDate);
  const timetable = createTimetable(spec.schedule, { startDate });
  const asked = { spec, dagVersion: dag.version, timetable, runType: "manual", triggeredBy: "rest_api" } as const;
  const plan = planTriggeredRun(asked, request, clock.now());
  if (!plan.ok) throw refusal(plan);
  const { run } = plan;
  const graph = await graphs.current(dag);
  const existing = await existingRun(store, dagId, request);
  const active = (await store.listRuns({ dagId, states: ["queued", "running"], limit: MOST_ACTIVE })).length;
  const full = active >= maxActiveRuns(spec, timetable);
  const items = graph.order.map((at) => itemOf(graph, graph.tasks[at] as GraphTask, { dagId, runId: run.runId }));
  const tasks = graph.tasks.map(({ taskId }) => taskId);
  // Not of the moment: it is another one with each look.
  const etag = fingerprint(JSON.stringify([dagId, dag.version, dag.isPaused, existing, tasks, request.conf ?? {}]));
  return {
    etag: `"${etag}"`,
    total: items.length,
    items,
    runs: [{ dag_id: dagId, dag_run_id: run.runId, from: null, to: existing === null ? "queued" : null }],
    run: {
      logicalDate: presentInstant(run.logicalDate),
      interval:
        run.dataIntervalStart === null
          ? null
          : [presentInstant(run.dataIntervalStart), presentInstant(run.dataIntervalEnd)],
      runAfter: presentInstant(run.runAfter),
      version: dag.version,
      params: paramsOf(spec, run.conf),
    },
    existing,
    waits: waitsOf(dag, { isFull: full, active, isLater: run.runAfter > clock.now() }),
    warnings: run.logicalDate === null ? undated(graph) : [],
  };
}

/** Counting further makes no difference to whether there is room. */
const MOST_ACTIVE = 10_000;

async function existingRun(store: Store, dagId: string, { runId, logicalDate }: TriggerRequest) {
  const byId = runId === undefined ? [] : await store.listRuns({ dagId, runId, limit: 1 });
  const byDate =
    logicalDate === undefined || logicalDate === null
      ? []
      : await store.listRuns({ dagId, logicalFrom: logicalDate, logicalTo: logicalDate, limit: 1 });
  const [found] = [...byId, ...byDate];
  return found === undefined ? null : { dag_run_id: found.runId, state: found.state };
}

function itemOf(graph: DagGraph, task: GraphTask, { dagId, runId }: { dagId: string; runId: string }) {
  const before = task.upstream.map((at) => (graph.tasks[at] as GraphTask).taskId);
  return {
    key: { dag_id: dagId, dag_run_id: runId, task_id: task.taskId, map_index: -1 },
    from: null,
    to: null,
    effect: before.length === 0 ? "will_run" : "will_wait",
    reason: before.length === 0 ? "asked" : "follows",
    waits_for: before,
  } as const;
}

function waitsOf(
  { isPaused, spec }: DagRecord,
  { isFull, active, isLater }: { readonly isFull: boolean; readonly active: number; readonly isLater: boolean },
): readonly Note[] {
  const limit = spec.maxActiveRuns ?? 16;
  return [
    ...(isPaused ? [{ code: "dag_paused", text: "The DAG is paused: the run waits until it is switched on." }] : []),
    ...(isLater ? [{ code: "run_after", text: "It waits until the moment that it is to run after." }] : []),
    ...(isFull ? [{ code: "max_active_runs", text: `${active} runs are not finished, the limit is ${limit}.` }] : []),
  ];
}

/** Names in templates that a run without a logical date does not have. */
const DATED =
  /\{[{%][^}]*\b(ds|ds_nodash|ts|ts_nodash|ts_nodash_with_tz|logical_date|data_interval_start|data_interval_end|prev_ds|next_ds|execution_date)\b/;

function undated({ tasks }: DagGraph) {
  return tasks.flatMap(({ taskId, spec: { params = {}, templateFields = [] } }) =>
    templateFields.flatMap((field) => {
      const name = dateIn(params[field]);
      return name === null ? [] : [{ code: "needs_date", taskId, field, name }];
    }),
  );
}

function dateIn(value: Json | undefined): string | null {
  return value === undefined ? null : (DATED.exec(JSON.stringify(value))?.[1] ?? null);
}

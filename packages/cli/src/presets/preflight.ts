/** What is missing for the jobs of a DAG to start: its operators are asked as a run of now would ask them. */
import { type Settings, taskConnection } from "@momiji/api";
import {
  type AttemptOrder,
  createMasker,
  type DagSpec,
  isoZ,
  type Masker,
  type Micros,
  paramsOf,
  type RunFacts,
} from "@momiji/core";
import { preflightTasks, type TaskPreflight } from "@momiji/worker";
import type { FoundDag } from "../commands/dags/find-dag.ts";
import type { CommandContext } from "../context.ts";
import type { Home } from "../home.ts";
import { systemClock } from "../system-clock.ts";
import { secretsOf } from "./environment-settings.ts";
import { readSettingsSoFar } from "./stored-settings.ts";

/** @param home whose variables and connections are used */
export function preflightDag(context: CommandContext, home: Home, dag: FoundDag): Promise<TaskPreflight[]> {
  const secrets = createMasker(secretsOf(process.env));
  return readSettingsSoFar(context, home, (settings) =>
    preflightWith({ settings, secrets, now: context.clock.now() }, dag),
  );
}

/** In child processes, which are gone when it resolves. @param taskIds absent: all tasks */
export function preflightWith(
  { settings, secrets, now }: { readonly settings: Settings; readonly secrets: Masker; readonly now: Micros },
  dag: Pick<FoundDag, "spec" | "bundle">,
  taskIds?: readonly string[],
): Promise<TaskPreflight[]> {
  return preflightTasks(ordersOf(dag, now, taskIds), {
    clock: systemClock,
    childEnv: process.env,
    secrets,
    ask: async (_order, question) => {
      if (question.ask === "variable") return settings.variable(question.key);
      return question.ask === "connection" ? taskConnection(settings, question.id) : undefined;
    },
  });
}

/** Of the tasks whose jobs are outside. What a mapped one is mapped over is not there yet. */
function ordersOf(
  { spec, bundle }: Pick<FoundDag, "spec" | "bundle">,
  now: Micros,
  taskIds: readonly string[] | undefined,
): AttemptOrder[] {
  const run = runOf(spec, now);
  const jobs = spec.tasks.filter(({ lane, taskId }) => lane === "job" && (taskIds?.includes(taskId) ?? true));
  return jobs.map((task) => ({
    attemptId: `preflight-${task.taskId}`,
    run,
    task,
    mapIndex: -1,
    tryNumber: 1,
    maxTries: 0,
    bundle,
    inputs: {},
    firstStartDate: null,
    priority: 0,
  }));
}

function runOf(spec: DagSpec, now: Micros): RunFacts {
  const { dagId, timezone, templateStyle, tags = [] } = spec;
  return {
    dagId,
    runId: `preflight__${isoZ(now)}`,
    runKey: 0,
    runType: "manual",
    logicalDate: now,
    dataIntervalStart: now,
    dataIntervalEnd: now,
    runAfter: now,
    startDate: now,
    conf: {},
    params: paramsOf(spec, {}),
    timezone,
    templateStyle,
    tags,
    previousSuccess: null,
  };
}

/** What is missing for the jobs of a DAG to start: its operators are asked as a run of now would ask them. */
import { taskConnection } from "@momiji/api";
import {
  type AttemptOrder,
  createMasker,
  type DagSpec,
  isoZ,
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
  return readSettingsSoFar(context, home, (settings) =>
    preflightTasks(ordersOf(dag, context.clock.now()), {
      clock: systemClock,
      childEnv: process.env,
      secrets: createMasker(secretsOf(process.env)),
      ask: async (_order, question) => {
        if (question.ask === "variable") return settings.variable(question.key);
        return question.ask === "connection" ? taskConnection(settings, question.id) : undefined;
      },
    }),
  );
}

/** Of the tasks whose jobs are outside. What a mapped one is mapped over is not there yet. */
function ordersOf({ spec, bundle }: FoundDag, now: Micros): AttemptOrder[] {
  const run = runOf(spec, now);
  const jobs = spec.tasks.filter(({ lane }) => lane === "job");
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

/** What is missing for the jobs of a DAG to start: its operators are asked as a run of now would ask them. */
import { settingsChain } from "@momiji/api";
import { type AttemptOrder, type DagSpec, isoZ, type Micros, paramsOf, type RunFacts } from "@momiji/core";
import { createMasker, preflightTasks, type TaskPreflight } from "@momiji/worker";
import type { FoundDag } from "../commands/dags/find-dag.ts";
import type { CommandContext } from "../context.ts";
import { systemClock } from "../system-clock.ts";
import { environmentSettings, secretsOf } from "./environment-settings.ts";
import { openStoredSettings } from "./stored-settings.ts";

export async function preflightDag(context: CommandContext, dag: FoundDag): Promise<TaskPreflight[]> {
  const { config } = await context.config();
  const stored = await openStoredSettings(context, config);
  const settings = settingsChain([environmentSettings(process.env), stored.settings]);
  try {
    return await preflightTasks(ordersOf(dag, context.clock.now()), {
      clock: systemClock,
      childEnv: process.env,
      secrets: createMasker(secretsOf(process.env)),
      ask: async (_order, question) => {
        if (question.ask === "variable") return settings.variable(question.key);
        return question.ask === "connection" ? settings.connection(question.id) : undefined;
      },
    });
  } finally {
    await stored.close();
  }
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

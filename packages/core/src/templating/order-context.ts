/** From the messages of a task to what its templates can speak of. */
import type { Micros } from "../instant.ts";
import type { AttemptOrder } from "../task-protocol.ts";
import type { TemplateContext } from "./context.ts";

/** What an order does not say: the answers that were fetched, and where and when the attempt runs. */
export interface OrderFacts extends Pick<TemplateContext, "variable" | "connection" | "xcom"> {
  readonly startDate: Micros;
  readonly hostname: string;
}

export function templateContextOf(order: AttemptOrder, facts: OrderFacts): TemplateContext {
  const { run, task } = order;
  const { dataIntervalStart: start, dataIntervalEnd: end } = run;
  return {
    dag: { dagId: run.dagId, timezone: run.timezone, tags: run.tags },
    task: {
      ...task,
      retries: task.retry?.retries ?? 0,
      ...(task.retry !== undefined && { retryDelaySeconds: task.retry.delaySeconds }),
    },
    run: {
      runId: run.runId,
      runType: run.runType,
      runAfter: run.runAfter,
      logicalDate: run.logicalDate,
      dataInterval: start === null || end === null ? null : { start, end },
      conf: run.conf,
      ...(run.startDate !== null && { startDate: run.startDate }),
    },
    taskInstance: {
      id: order.attemptId,
      tryNumber: order.tryNumber,
      mapIndex: order.mapIndex,
      maxTries: order.maxTries,
      startDate: facts.startDate,
      hostname: facts.hostname,
    },
    params: run.params,
    previousSuccess: run.previousSuccess,
    variable: (key) => facts.variable(key),
    connection: (id) => facts.connection(id),
    xcom: (query) => facts.xcom(query),
  };
}

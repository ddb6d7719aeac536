/** `sqsReceive`: waits for messages of a queue and takes them (Airflow's `SqsSensor`). */
import { mappable, type Output, type SensorOptions, type TaskContext, type TaskOptions } from "@momiji/sdk";
import { ACCESS_PARAMS, placeSensor } from "./place-function.ts";
import type { SqsMessage, SqsReceiveParams } from "./sqs/receive-params.ts";

export interface SqsReceiveOptions extends SqsReceiveParams, TaskOptions, SensorOptions {}

const PARAMS = {
  ...ACCESS_PARAMS,
  sqsQueue: true,
  maxMessages: true,
  numBatches: false,
  waitTimeSeconds: false,
  visibilityTimeout: false,
  messageFiltering: false,
  messageFilteringMatchValues: false,
  messageFilteringConfig: true,
  deleteMessageOnReception: false,
};

/** Its output are the messages; they stand under the key `messages` too, as in Airflow. */
export const sqsReceive = mappable(placeSqsReceive, ["sqsQueue", "maxMessages", "messageFilteringConfig"]);

function placeSqsReceive(id: string, options: SqsReceiveOptions): Output<SqsMessage[]> {
  const operator = {
    name: "sqsReceive",
    params: PARAMS,
    required: ["sqsQueue"],
    check: problemOf,
    poke: async (ctx: TaskContext, params: SqsReceiveParams) =>
      (await import("./sqs/receive-messages.ts")).receiveMessages(ctx, params),
  };
  return placeSensor(operator, id, options);
}

function problemOf(own: Partial<SqsReceiveParams>): string | null {
  const { messageFiltering: filtering, messageFilteringMatchValues: values, messageFilteringConfig: path } = own;
  if (filtering === "literal" && values === undefined) return "literal filtering needs messageFilteringMatchValues";
  if (filtering === "jsonpath" && path === undefined)
    return "jsonpath filtering needs messageFilteringConfig, the path";
  if (filtering === undefined || filtering === "literal" || filtering === "jsonpath") return null;
  return "messageFiltering must be literal or jsonpath";
}

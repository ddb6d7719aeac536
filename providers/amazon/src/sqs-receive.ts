/** `sqsReceive`: waits for messages of a queue and takes them (Airflow's `SqsSensor`). */
import type { Json } from "@momiji/core";
import { mappable, type Output, type SensorOptions, type TaskContext, type TaskOptions } from "@momiji/sdk";
import type { AccessParams } from "./connection/access-params.ts";
import { ACCESS_PARAMS, placeSensor } from "./place-function.ts";

export type SqsReceiveParams = AccessParams & {
  /** The queue's URL. */
  readonly sqsQueue: string;
  /** Of one question, 1 to 10. Default 5. */
  readonly maxMessages?: number;
  /** Questions in a row at each look. Default 1. */
  readonly numBatches?: number;
  /** How long a question waits for a message, 0 to 20 s. Default 1. */
  readonly waitTimeSeconds?: number;
  /** How long others do not get a message that was received. Default: the queue's. */
  readonly visibilityTimeout?: number;
  /** `literal`: by the whole body; `jsonpath`: by what a path finds in it. Messages that do not match are left to others. */
  readonly messageFiltering?: "literal" | "jsonpath";
  /** What the body, or what was found in it, must be one of. */
  readonly messageFilteringMatchValues?: readonly Json[];
  /** The path: `order.items[*].kind`. Without match values it must find something. */
  readonly messageFilteringConfig?: string;
  /** Whether a message is removed from the queue as soon as it was received. Default true. */
  readonly deleteMessageOnReception?: boolean;
};

/** A message as SQS gives it. */
export type SqsMessage = { readonly [name: string]: Json };

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

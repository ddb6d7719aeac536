/** The params of `sqsReceive` as they travel, and what it gives. */
import type { Json } from "@momiji/core";
import type { AccessParams } from "../connection/access-params.ts";

export type SqsReceiveParams = AccessParams & {
  /** The queue's URL. */
  readonly sqsQueue: string;
  /** Of one question, 1 to 10. Default 5. */
  readonly maxMessages?: number | string;
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

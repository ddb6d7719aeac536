/** The params of `lambdaInvoke` as they travel. */
import type { Json } from "@momiji/core";
import type { AccessParams } from "../connection/access-params.ts";

export const INVOCATION_TYPES = ["RequestResponse", "Event", "DryRun"] as const;

export type LambdaInvokeParams = AccessParams & {
  /** Name, partial or whole ARN. */
  readonly functionName: string;
  /** A text goes as it is (it must be JSON); anything else as its JSON. */
  readonly payload?: Json;
  /** A version or an alias. */
  readonly qualifier?: string;
  /** `Event`: Lambda takes the call and runs it later; `DryRun`: only the rights are checked. Default `RequestResponse`. */
  readonly invocationType?: (typeof INVOCATION_TYPES)[number];
  /** `Tail`: the last 4 KB of the function's log stand in the task's. Default `None`. */
  readonly logType?: "None" | "Tail";
  /** Whether empty lines of that log are kept. Default true. */
  readonly keepEmptyLogLines?: boolean;
  /** JSON about the caller, for the function's context object. */
  readonly clientContext?: Json;
  /** Whether the answer is given as the value that its JSON stands for, else as text. Default false. */
  readonly deserializePayload?: boolean;
};

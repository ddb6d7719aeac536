/** `lambdaInvoke`: calls a function of AWS Lambda (Airflow's `LambdaInvokeFunctionOperator`). */
import type { Json } from "@momiji/core";
import { mappable, type Output, type TaskContext, type TaskOptions } from "@momiji/sdk";
import type { AccessParams } from "./connection/access-params.ts";
import { ACCESS_PARAMS, placeFunction } from "./place-function.ts";

const TYPES = ["RequestResponse", "Event", "DryRun"] as const;

export type LambdaInvokeParams = AccessParams & {
  /** Name, partial or whole ARN. */
  readonly functionName: string;
  /** A text goes as it is (it must be JSON); anything else as its JSON. */
  readonly payload?: Json;
  /** A version or an alias. */
  readonly qualifier?: string;
  /** `Event`: Lambda takes the call and runs it later; `DryRun`: only the rights are checked. Default `RequestResponse`. */
  readonly invocationType?: (typeof TYPES)[number];
  /** `Tail`: the last 4 KB of the function's log stand in the task's. Default `None`. */
  readonly logType?: "None" | "Tail";
  /** Whether empty lines of that log are kept. Default true. */
  readonly keepEmptyLogLines?: boolean;
  /** JSON about the caller, for the function's context object. */
  readonly clientContext?: Json;
  /** Whether the answer is given as the value that its JSON stands for, else as text. Default false. */
  readonly deserializePayload?: boolean;
};

export interface LambdaInvokeOptions extends LambdaInvokeParams, TaskOptions {}

const PARAMS = {
  ...ACCESS_PARAMS,
  functionName: true,
  payload: true,
  qualifier: true,
  invocationType: true,
  logType: false,
  keepEmptyLogLines: false,
  clientContext: false,
  deserializePayload: false,
};

/**
 * A call is sent once an attempt: Lambda has no word for "the same call again", so one whose answer is lost fails, and is tried again
 * only if the task has retries. Its output is what the function answered.
 */
export const lambdaInvoke = mappable(placeLambdaInvoke, ["functionName", "payload", "qualifier", "clientContext"]);

function placeLambdaInvoke(id: string, options: LambdaInvokeOptions): Output<Json> {
  const operator = {
    name: "lambdaInvoke",
    params: PARAMS,
    required: ["functionName"],
    check: ({ invocationType }: Partial<LambdaInvokeParams>) => {
      const isKnown = invocationType === undefined || TYPES.includes(invocationType) || invocationType.includes("{{");
      return isKnown ? null : `invocationType must be one of ${TYPES.join(", ")}`;
    },
    run: async (ctx: TaskContext, params: LambdaInvokeParams) =>
      (await import("./lambda/invoke-function.ts")).invokeFunction(ctx, params),
  };
  return placeFunction(operator, id, options);
}

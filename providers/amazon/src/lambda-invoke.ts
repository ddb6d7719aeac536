/** `lambdaInvoke`: calls a function of AWS Lambda (Airflow's `LambdaInvokeFunctionOperator`). */
import type { Json } from "@momiji/core";
import { mappable, type Output, type TaskContext, type TaskOptions } from "@momiji/sdk";
import { INVOCATION_TYPES, type LambdaInvokeParams } from "./lambda/invoke-params.ts";
import { ACCESS_PARAMS, placeFunction } from "./place-function.ts";

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
      const isKnown =
        invocationType === undefined || INVOCATION_TYPES.includes(invocationType) || invocationType.includes("{{");
      return isKnown ? null : `invocationType must be one of ${INVOCATION_TYPES.join(", ")}`;
    },
    run: async (ctx: TaskContext, params: LambdaInvokeParams) =>
      (await import("./lambda/invoke-function.ts")).invokeFunction(ctx, params),
  };
  return placeFunction(operator, id, options);
}

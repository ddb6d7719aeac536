/** The call that `lambdaInvoke` makes. */
import type { InvokeCommandOutput } from "@aws-sdk/client-lambda";
import type { Json } from "@momiji/core";
import { FailTask, type TaskContext } from "@momiji/sdk";
import { lambdaClient } from "../client/clients.ts";
import { findAccess } from "../connection/find-access.ts";
import type { LambdaInvokeParams } from "./invoke-params.ts";

/** Lambda's own limit of one call, and some time for the way. */
const LONGEST_MILLIS = 16 * 60_000;
/** Of a message in a failure. */
const LONGEST_ANSWER = 2_000;

export async function invokeFunction(ctx: TaskContext, params: LambdaInvokeParams): Promise<Json> {
  const { functionName, invocationType, logType, qualifier, clientContext, payload, deserializePayload } = params;
  const { InvokeCommand } = await import("@aws-sdk/client-lambda");
  // Sent again by the SDK the function would run twice.
  const client = await lambdaClient(await findAccess(ctx, params), { maxAttempts: 1 });
  const answer = await client.send(
    new InvokeCommand({
      FunctionName: functionName,
      InvocationType: invocationType,
      LogType: logType,
      Qualifier: qualifier,
      ...(clientContext === undefined ? {} : { ClientContext: encodedContext(clientContext) }),
      ...(payload === undefined ? {} : { Payload: Buffer.from(textOf(payload)) }),
    }),
    { abortSignal: ctx.signal, requestTimeout: LONGEST_MILLIS },
  );
  for (const line of logLines(answer, params.keepEmptyLogLines !== false)) ctx.log.info(line);
  const text = answer.Payload?.transformToString("utf-8") ?? "";
  if (answer.FunctionError !== undefined)
    throw new Error(`the function ${functionName} failed (${answer.FunctionError}): ${text.slice(0, LONGEST_ANSWER)}`);
  ctx.log.info(`the function ${functionName} answered with status ${answer.StatusCode}`);
  return deserializePayload === true && text !== "" ? parsed(text, functionName) : text;
}

/** The last 4 KB, if they were asked for. */
function logLines({ LogResult }: InvokeCommandOutput, keepsEmpty: boolean): string[] {
  if (LogResult === undefined) return [];
  const lines = Buffer.from(LogResult, "base64").toString("utf8").split("\n");
  if (lines.at(-1) === "") lines.pop();
  return keepsEmpty ? lines : lines.filter((line) => line.trim() !== "");
}

function parsed(text: string, functionName: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new FailTask(`the function ${functionName} answered what is no JSON: ${text.slice(0, LONGEST_ANSWER)}`);
  }
}

function textOf(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Lambda takes it in base64; a text that is no JSON is taken for such, as in Airflow. */
function encodedContext(context: Json): string {
  if (typeof context === "string" && !context.trimStart().startsWith("{")) return context;
  return Buffer.from(textOf(context)).toString("base64");
}

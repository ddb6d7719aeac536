/** Which messages of a queue are wanted (Airflow's `message_filtering`). */
import { isDeepStrictEqual } from "node:util";
import type { Message } from "@aws-sdk/client-sqs";
import type { Json } from "@momiji/core";
import type { SqsReceiveParams } from "./receive-params.ts";
import { found, readPath } from "./json-path.ts";

/** @throws an Error for a path that cannot be read */
export function filterOf(params: SqsReceiveParams): (message: Message) => boolean {
  const { messageFiltering, messageFilteringMatchValues: values, messageFilteringConfig = "" } = params;
  const isOne = (value: Json): boolean => values?.some((each) => isDeepStrictEqual(each, value)) === true;
  if (messageFiltering === "literal") return ({ Body = "" }) => isOne(Body);
  if (messageFiltering !== "jsonpath") return () => true;
  const path = readPath(messageFilteringConfig);
  return ({ Body = "" }) => {
    const body = parsed(Body);
    const all = body === undefined ? [] : found(body, path);
    return values === undefined ? all.length > 0 : all.some(isOne);
  };
}

/** Undefined: it is no JSON, so that no path finds anything in it. */
function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

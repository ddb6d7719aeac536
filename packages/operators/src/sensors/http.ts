/** `httpSensor`: waits until a service answers well (Airflow's `HttpSensor`). */
import type { Json } from "@momiji/core";
import { mappable, type Output, type SensorDefinition, type SensorOptions, type TaskOptions } from "@momiji/sdk";
import {
  HTTP_TEMPLATE_FIELDS,
  type HttpRequestOptions,
  isExpected,
  outputOf,
  placeRequest,
  splitRequest,
} from "../http.ts";
import { type HttpRequestParams, sendRequest, statusError } from "../http-request.ts";

export interface HttpSensorOptions extends HttpRequestOptions, TaskOptions, SensorOptions {
  /** Statuses that end the waiting. Default: 200 to 299. */
  readonly expectedStatus?: number | readonly number[];
  /** Statuses that mean "not yet"; any other one fails the task. Default `[404]`. */
  readonly responseErrorCodesAllowlist?: readonly number[];
}

export type HttpSensorParams = HttpRequestParams & {
  readonly expectedStatus?: number | readonly number[];
  readonly responseErrorCodesAllowlist?: readonly number[];
};

export const httpSensorOperator: SensorDefinition<HttpSensorParams> = {
  name: "httpSensor",
  templateFields: HTTP_TEMPLATE_FIELDS,
  async poke(ctx, params) {
    const { expectedStatus, responseErrorCodesAllowlist: notYet = [404] } = params;
    const answer = await sendRequest(ctx, params);
    if (isExpected(answer, expectedStatus)) return { done: true, value: outputOf(answer, undefined) };
    if (notYet.includes(answer.status)) return { done: false };
    throw statusError(answer);
  },
};

/** Its output is the answer. For a condition on what the answer says write a `sensor` with `fetch`. */
export const httpSensor = mappable(placeHttpSensor, ["url", "connection", "method", "headers", "data", "json"]);

function placeHttpSensor(id: string, options: HttpSensorOptions): Output<Json> {
  const { expectedStatus, responseErrorCodesAllowlist, ...rest } = options;
  return placeRequest(httpSensorOperator, {
    id,
    ...splitRequest(rest),
    own: { expectedStatus, responseErrorCodesAllowlist },
  });
}

/** `http`: one request to a service (Airflow's `HttpOperator`). */
import type { Json } from "@momiji/core";
import {
  type DurationInput,
  mappable,
  type OperatorDefinition,
  type Output,
  secondsOf,
  type TaskOptions,
} from "@momiji/sdk";
import { type HttpAnswer, type HttpRequestParams, sendRequest, statusError } from "./http-request.ts";
import { type AnyDefinition, placeStandard } from "./place-standard.ts";

/** Where a request goes and what it carries. All texts are templates. */
export interface HttpRequestOptions {
  /** Whole, or the path below the address of `connection`. */
  readonly url?: string;
  /** Id of a connection: address, user and password, and headers in `extra`. */
  readonly connection?: string;
  /** Default GET; POST if there is `data` or `json`. */
  readonly method?: string;
  readonly headers?: { readonly [name: string]: string };
  /** The body as it is. */
  readonly data?: string;
  /** The body, sent as JSON. */
  readonly json?: Json;
  /** Default 60 s. */
  readonly requestTimeout?: DurationInput;
}

export interface HttpOptions extends HttpRequestOptions, TaskOptions {
  /** Statuses that are success. Default: 200 to 299. */
  readonly expectedStatus?: number | readonly number[];
  /** What the output is. Default: JSON if the answer says that it is, otherwise text. */
  readonly response?: "json" | "text";
}

export type HttpParams = HttpRequestParams & {
  readonly expectedStatus?: number | readonly number[];
  readonly response?: "json" | "text";
};

export const HTTP_TEMPLATE_FIELDS = ["url", "headers", "data", "json"] as const;

export const httpOperator: OperatorDefinition<HttpParams> = {
  name: "http",
  templateFields: HTTP_TEMPLATE_FIELDS,
  async run(ctx, params) {
    const answer = await sendRequest(ctx, params);
    if (!isExpected(answer, params.expectedStatus)) throw statusError(answer);
    return outputOf(answer, params.response);
  },
};

/** Sends a request. Any other status than the expected ones fails the task, with the beginning of the answer. */
export const http = mappable(placeHttp, ["url", "connection", "method", "headers", "data", "json"]);

function placeHttp(id: string, options: HttpOptions): Output<Json> {
  const { expectedStatus, response, ...rest } = options;
  return placeRequest(httpOperator, { id, ...splitRequest(rest), own: { expectedStatus, response } });
}

/** Parts what a request is from the options of its task. */
export function splitRequest<All extends HttpRequestOptions>(
  all: All,
): { request: HttpRequestOptions; options: Omit<All, keyof HttpRequestOptions> } {
  const { url, connection, method, headers, data, json, requestTimeout, ...options } = all;
  return { request: { url, connection, method, headers, data, json, requestTimeout } as HttpRequestOptions, options };
}

export interface RequestTask {
  readonly id: string;
  readonly request: HttpRequestOptions;
  /** Params that only this operator has. */
  readonly own: object;
  readonly options: TaskOptions;
}

export function placeRequest<T>(definition: AnyDefinition, { id, request, own, options }: RequestTask): Output<T> {
  const { requestTimeout, ...params } = request;
  return placeStandard(definition, {
    id,
    params: ({ place }) => ({
      ...params,
      ...own,
      requestTimeoutSeconds: requestTimeout && secondsOf(requestTimeout, `${place}, requestTimeout`),
    }),
    required: request.connection === undefined ? ["url"] : [],
    options,
  });
}

export function isExpected(answer: HttpAnswer, expected: number | readonly number[] | undefined): boolean {
  if (expected === undefined) return answer.ok;
  return [expected].flat().includes(answer.status);
}

/** The body as JSON or text, null if there is none. */
export function outputOf(answer: HttpAnswer, form: "json" | "text" | undefined): Json {
  const isJson = form === "json" || (form === undefined && /\bjson\b/.test(answer.contentType));
  if (!isJson) return answer.text;
  if (answer.text === "") return null;
  try {
    return JSON.parse(answer.text) as Json;
  } catch {
    throw new Error(`${answer.label} answered what is no JSON: ${answer.text.slice(0, 500)}`);
  }
}

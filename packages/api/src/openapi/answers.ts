/** Everything that an operation may answer: what its route says, and the refusals that come of its access and its inputs. */
import { z } from "zod";
import type { AnswerSchema, Route, RouteSchemas } from "../route.ts";
import { HTTPException, HTTPValidationError } from "../schemas/errors.ts";

export interface PossibleAnswer {
  readonly description: string;
  /** By media type; none: an answer without a body. */
  readonly content: { readonly [mediaType: string]: z.ZodType };
}

type Answering = Pick<Route, "method" | "path" | "access">;

/** By status. */
export function possibleAnswers(
  route: Answering,
  schemas: RouteSchemas,
): { readonly [status: string]: PossibleAnswer } {
  const own = Object.entries(schemas.answers ?? {}).map(([status, schema]) => {
    const content = contentOf(schema);
    const description = Object.values(content)[0]?.description ?? REASONS[status] ?? "Successful response";
    return [status, { description, content }];
  });
  return { ...refusals(route, schemas), ...Object.fromEntries(own) };
}

function contentOf(schema: AnswerSchema): PossibleAnswer["content"] {
  if (schema === null) return {};
  return schema instanceof z.ZodType ? { "application/json": schema } : schema;
}

function refusals({ method, path, access }: Answering, { query, body }: RouteSchemas) {
  const isWrite = method !== "GET";
  const isNamed = path.includes("{");
  const takes = isNamed || isWrite || query !== undefined || body !== undefined;
  const statuses = [
    ...(takes ? ["400", "422"] : []),
    ...(access === "public" ? [] : ["401", "403"]),
    ...(isNamed || isWrite ? ["404"] : []),
    ...(isWrite ? ["409"] : []),
  ];
  return Object.fromEntries(statuses.map((status) => [status, refusal(status)]));
}

/** Of a status that stands in `REASONS`. */
export function refusal(status: string): PossibleAnswer {
  const schema = status === "422" ? z.union([HTTPValidationError, HTTPException]) : HTTPException;
  return { description: REASONS[status] ?? "Refused", content: { "application/json": schema } };
}

const REASONS: { readonly [status: string]: string } = {
  "201": "Made",
  "202": "Begun; ask later how it fares",
  "204": "Done; there is nothing to tell",
  "302": "Go on elsewhere",
  "303": "Go on elsewhere",
  "304": "Not changed since the ETag that was given",
  "307": "Go on elsewhere",
  "400": "Bad request",
  "401": "Not authenticated",
  "403": "Forbidden",
  "404": "Not found",
  "405": "Not supported",
  "406": "Not acceptable",
  "409": "What stands contradicts it",
  "413": "Too large",
  "422": "What was sent does not fit",
  "429": "Too many requests; `Retry-After` says how long to wait",
  "503": "Not able to answer now",
};

/** What a request gives, read against the schemas of its route; everything that does not fit is told at once, as in Airflow. */
import type { FastifyRequest } from "fastify";
import type { z } from "zod";
import { InvalidRequest, type Problem } from "./errors.ts";
import { bodyProblems, problemsOf } from "./problems-of.ts";
import type { Call, Route, RouteSchemas } from "./route.ts";

/** @throws InvalidRequest */
export async function readGiven(
  route: Route,
  { params, query, body }: FastifyRequest,
): Promise<Pick<Call, "params" | "query" | "body">> {
  const given = { params, query, body };
  const wanted = known.get(route) ?? (await schemasOf(route));
  if (wanted !== null) {
    const problems: Problem[] = [];
    if (wanted.params !== undefined) given.params = read(wanted.params, { place: "path", value: params }, problems);
    if (wanted.query !== undefined) given.query = read(wanted.query, { place: "query", value: query }, problems);
    if (wanted.body !== undefined) given.body = read(wanted.body, { place: "body", value: body }, problems);
    if (problems.length > 0) throw new InvalidRequest(problems);
  }
  return given as Pick<Call, "params" | "query" | "body">;
}

/** To import a module again takes as long as to look up a run. */
const known = new WeakMap<Route, RouteSchemas | null>();

async function schemasOf(route: Route): Promise<RouteSchemas | null> {
  const schemas = (await route.schemas?.()) ?? null;
  known.set(route, schemas);
  return schemas;
}

function read(schema: z.ZodType, { place, value }: { place: string; value: unknown }, problems: Problem[]): unknown {
  const result = schema.safeParse(value ?? {});
  if (result.success) return result.data;
  problems.push(
    ...(place === "body" ? bodyProblems(result.error, value) : problemsOf(result.error.issues, { place, value })),
  );
  return undefined;
}

/** What the server answers about itself, and where logins lead to. */
import { z } from "zod";
import { Instant } from "./answer.ts";
import { HTTPException } from "./errors.ts";
import { LoginAnswer, LoginBody, LoginForm, LoginQuery } from "./access.ts";

const Status = z.string().nullable().meta({ description: "`healthy` or `unhealthy`; null: there never was one" });
const Heartbeat = Instant.nullable();

const Health = z
  .strictObject({
    metadatabase: z.strictObject({ status: Status }).meta({ id: "BaseInfoResponse" }),
    scheduler: z
      .strictObject({ status: Status, latest_scheduler_heartbeat: Heartbeat })
      .meta({ id: "SchedulerInfoResponse" }),
    triggerer: z
      .strictObject({ status: Status, latest_triggerer_heartbeat: Heartbeat })
      .meta({ id: "TriggererInfoResponse" }),
    dag_processor: z
      .strictObject({ status: Status, latest_dag_processor_heartbeat: Heartbeat })
      .meta({ id: "DagProcessorInfoResponse" }),
  })
  .meta({ id: "HealthInfoResponse", description: "How the parts of the installation are" });

const Version = z
  .strictObject({ version: z.string(), git_version: z.string().nullable() })
  .meta({ id: "VersionInfo", description: "The version of the server" });

const page = { "text/html": z.string().meta({ description: "A page" }) };

export const health = { answers: { 200: Health } };
export const version = { answers: { 200: Version } };
export const greeting = { answers: { 200: page } };
export const liveness = { answers: { 200: z.strictObject({ status: z.literal("alive") }) } };
export const readiness = {
  answers: {
    200: z.strictObject({ status: z.literal("ready") }),
    503: z.strictObject({ status: z.literal("not ready"), reason: z.string() }),
  },
};
export const metrics = {
  answers: { 200: { "text/plain": z.string().meta({ description: "Counters in Prometheus' form" }) } },
};

export const document = {
  answers: { 200: z.looseObject({ openapi: z.string() }).meta({ description: "This document" }) },
};
const file = z.string().meta({ description: "A file of the page" });
export const documentPage = { answers: { 200: page } };
export const documentFile = { answers: { 200: { "text/css": file, "text/javascript": file } } };

const refused = { 401: HTTPException, 429: HTTPException };
const pageToo = { ...page, "application/json": HTTPException };

export const token = { body: LoginBody, answers: { 201: LoginAnswer, ...refused } };
export const loginPage = { query: LoginQuery, answers: { 200: page } };
export const loginForm = {
  body: LoginForm,
  answers: { 303: null, 401: pageToo, 403: pageToo, 429: pageToo },
};
export const toLogin = { query: LoginQuery, answers: { 307: null } };
export const logout = { answers: { 307: null } };
export const toProvider = { query: z.object({ next: z.string().optional() }), answers: { 303: null } };
export const fromProvider = {
  query: z.looseObject({
    code: z.string().optional(),
    state: z.string().optional().describe("What the provider was given"),
  }),
  answers: { 303: null, 401: HTTPException, 403: HTTPException, 409: HTTPException },
};

/** Reads a request body against its schema; the first problem becomes a 422 in Airflow's form. */
import type { z } from "zod";
import { ApiError } from "./errors.ts";

export function parseBody<Output>(schema: z.ZodType<Output>, body: unknown): Output {
  const result = schema.safeParse(body ?? {});
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new ApiError("invalid", [issue?.message ?? "invalid body"], ["body", ...(issue?.path ?? []).map(String)]);
}

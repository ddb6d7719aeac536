/** Tests of connections that are asked for now and looked at later. */
import { z } from "zod";
import { parse } from "../bodies.ts";
import { type ConnectionFields, readConnection } from "../settings/settings-bodies.ts";

const How = z.looseObject({
  commit_on_success: z.boolean().default(false),
  executor: z.string().nullish(),
  queue: z.string().nullish(),
});

export interface TestRequest {
  readonly fields: ConnectionFields;
  readonly keeps: boolean;
  readonly executor: string | null;
}

/** @throws ApiError `invalid` */
export function readTestRequest(body: unknown): TestRequest {
  const { commit_on_success: keeps, executor, queue: _queue, ...connection } = parse(How, body);
  return { fields: readConnection(connection), keeps, executor: executor ?? null };
}

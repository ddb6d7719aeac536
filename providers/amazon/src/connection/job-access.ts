/** The way to AWS for a job that is about to begin. */
import { JobFailure, type JobContext, taskSignalOf } from "@momiji/sdk";
import { remedyOf } from "../errors.ts";
import type { AccessParams } from "./access-params.ts";
import type { AwsAccess } from "./aws-access.ts";
import { findAccess } from "./find-access.ts";

/** @throws JobFailure that says that nothing was started */
export async function jobAccess(ctx: JobContext, params: AccessParams): Promise<AwsAccess> {
  try {
    return await findAccess(ctx, params);
  } catch (error) {
    if (taskSignalOf(error) !== null) throw error;
    const detail = remedyOf("configuration");
    throw new JobFailure((error as Error).message, { code: "configuration", detail, nothingStarted: true });
  }
}

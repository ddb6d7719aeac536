/** Where the code of a job operator is: in a package, or in the bundle of a DAG. */
import type { BundleRef, FailedOutcome } from "@momiji/core";
import type { AnyJobOperator } from "@momiji/sdk";
import { resolveToInstallation } from "@momiji/sdk/bundle";
import { notLoadable } from "../function-lane/child-bundles.ts";
import { bundleOf } from "../hosts/host-child.ts";
import { failed } from "../outcomes.ts";
import type { JobWork } from "./job-work.ts";

/** A failure says why there is none. */
export async function findOperator(
  { operator, provider }: Pick<JobWork, "operator" | "provider">,
  bundle: BundleRef | null,
): Promise<AnyJobOperator | FailedOutcome> {
  if (provider !== undefined) return await operatorOfPackage(operator, provider);
  if (bundle === null) return missing(`nothing says where operator ${operator} is`);
  try {
    const { jobs } = await bundleOf(bundle);
    return jobs.get(operator) ?? missing(`the DAG file has no defineJobOperator with the name ${operator}`);
  } catch (error) {
    return notLoadable(error);
  }
}

async function operatorOfPackage(operator: string, provider: string): Promise<AnyJobOperator | FailedOutcome> {
  resolveToInstallation();
  let jobs: unknown;
  try {
    ({ jobs } = (await import(`${provider}/jobs`)) as { readonly jobs?: unknown });
  } catch (error) {
    const why = (error as Error).message.split("\n")[0];
    const message = `operator ${operator} is in ${provider}, which cannot be loaded where the worker runs: ${why}`;
    return failed("operator", `${message}; install it beside momiji, in the same version`, { retryable: false });
  }
  if (jobs instanceof Map) {
    const found = (jobs as ReadonlyMap<string, AnyJobOperator>).get(operator);
    if (found !== undefined) return found;
  }
  return missing(`${provider} has no operator ${operator} among its jobs; is it of the same version as momiji?`);
}

function missing(message: string): FailedOutcome {
  return failed("operator", message, { retryable: false });
}

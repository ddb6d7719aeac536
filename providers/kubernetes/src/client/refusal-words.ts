/** What a no of the API server means, and what to do about it. */
import { JobFailure, type JobFailureFacts } from "@momiji/sdk";
import { ApiError, isTlsTrouble, Unreachable } from "./api-error.ts";
import type { Cluster } from "./cluster.ts";

/** @param what was tried: "the pod jobs/a cannot be created" */
export function failureOf(error: unknown, { what, cluster }: { what: string; cluster: Cluster }): Error {
  if (error instanceof ApiError) {
    const { code, remedy, ...facts } = meaningOf(error, cluster);
    // An answer of no means that nothing was made.
    return new JobFailure(`${what}: ${error.message}${remedy === "" ? "" : `. ${remedy}`}`, {
      code,
      ...facts,
      nothingStarted: true,
    });
  }
  if (error instanceof Unreachable) {
    const remedy = isTlsTrouble(error.code) ? `. Give its authority in ${cluster.access.origin}` : "";
    return new JobFailure(`${what}: ${error.message}${remedy}`, { code: "unreachable" });
  }
  return error as Error;
}

type Meaning = Pick<JobFailureFacts, "code" | "retryable"> & { readonly remedy: string };

function meaningOf(error: ApiError, cluster: Cluster): Meaning {
  const { status, message } = error;
  if (status === 401) {
    return {
      code: "unauthorized",
      remedy: `The API server does not know who asks: see the credentials in ${cluster.access.origin}`,
    };
  }
  if (status === 403) return refusal(message);
  if (status === 404) return { code: "not_found", remedy: "" };
  if (status === 422 || status === 400) return { code: "invalid", retryable: false, remedy: "" };
  if (status === 409) return conflict(error);
  return { code: "api_error", remedy: "" };
}

/** Of server-side apply: fields that somebody else manages. It does not go away by itself. */
function conflict({ causes }: ApiError): Meaning {
  const fields = causes.filter(({ reason }) => reason === "FieldManagerConflict");
  if (fields.length === 0) return { code: "conflict", remedy: "" };
  const byManager = Map.groupBy(fields, ({ message = "" }) => /^conflict with "([^"]*)"/.exec(message)?.[1] ?? message);
  const words = [...byManager].map(
    ([manager, all]) => `${manager} manages ${all.map(({ field }) => field).join(", ")}`,
  );
  return {
    code: "conflict",
    retryable: false,
    remedy: `${words.join("; ")}: leave that out of \`resources\`, or take it over with \`forceConflicts: true\``,
  };
}

function refusal(message: string): Meaning {
  if (/exceeded quota|failed quota/.test(message)) {
    return {
      code: "quota",
      remedy: "The namespace has no more room: wait for other pods to end, ask for less, or raise the quota",
    };
  }
  const denied =
    /User "([^"]*)" cannot (\S+) resource "([^"]*)" in API group "([^"]*)"(?: in the namespace "([^"]*)")?/.exec(
      message,
    );
  if (denied === null) return { code: "refused", remedy: "" };
  const [, user, verb, resource, group, namespace] = denied;
  const role = namespace === undefined ? "a ClusterRole" : `a Role in the namespace ${namespace}`;
  return {
    code: "forbidden",
    remedy: `Bind ${user} to ${role} with the rule { apiGroups: ["${group}"], resources: ["${resource}"], verbs: ["${verb}"] }`,
  };
}

/** `kubernetesJob` as the job operator that it is. */
import { setTimeout as sleep } from "node:timers/promises";
import type { AttemptOutcome, Json } from "@momiji/core";
import type { JobContext, JobEnd, JobOperatorDefinition } from "@momiji/sdk";
import { ApiError, isNotFound } from "../client/api-error.ts";
import type { Cluster } from "../client/cluster.ts";
import { beforeStart, clusterOf } from "../client/clusters.ts";
import { Contact } from "../client/contact.ts";
import type { ApiObject } from "../client/objects.ts";
import { failureOf } from "../client/refusal-words.ts";
import { untilObject } from "../client/watched-object.ts";
import { preflightJob } from "../preflight/preflight-pod.ts";
import type { PodHandle } from "../pod/pod-job.ts";
import { podOutcome } from "../pod/pod-outcome.ts";
import { ATTEMPT_LABEL, labelValue } from "../pod/pod-names.ts";
import { baseName, DEFAULTS } from "../pod/pod-params.ts";
import type { StartTrouble } from "../pod/start-trouble.ts";
import { buildJob } from "./build-job.ts";
import { JobLogs } from "./job-logs.ts";
import type { KubernetesJobParams } from "./job-params.ts";
import { JOB_TEMPLATE_FIELDS } from "./param-names.ts";

/** A `Job` of `batch/v1`. */
interface BatchJob extends ApiObject {
  readonly status?: {
    readonly succeeded?: number;
    readonly failed?: number;
    readonly conditions?: readonly {
      readonly type: string;
      readonly status: string;
      readonly reason?: string;
      readonly message?: string;
    }[];
  };
}

const LAUNCH_PATIENCE_MILLIS = 120_000;
const POLL_MILLIS = 250;

export const kubernetesJobJob: JobOperatorDefinition<KubernetesJobParams, PodHandle> = {
  name: "kubernetesJob",
  templateFields: JOB_TEMPLATE_FIELDS,
  launch: launchJob,
  follow: followJob,
  async cancel(ctx, { params, handle }) {
    await deleteJob(ctx, params, handle);
  },
  async release(ctx, { params, handle, outcome }) {
    const { onFinish = DEFAULTS.onFinish, wait = true } = params;
    if (!wait || onFinish === "keep" || (onFinish === "deleteOnSuccess" && outcome !== "success")) return;
    await deleteJob(ctx, params, handle);
  },
  preflight: preflightJob,
};

async function launchJob(ctx: JobContext, params: KubernetesJobParams): Promise<PodHandle> {
  const { cluster, namespace, name, job } = await beforeStart(async () => {
    const found = await clusterOf(ctx, params);
    return { cluster: found, ...buildJob(ctx, params, found.access.namespace) };
  });
  const contact = new Contact(ctx, { patienceMillis: LAUNCH_PATIENCE_MILLIS, waitsOutRefusals: false });
  const what = `the job ${namespace}/${name} cannot be created`;
  try {
    const path = kindPath(namespace);
    const made = await contact.ask(() =>
      cluster.call<BatchJob>({ method: "POST", path, body: job, signal: ctx.signal }),
    );
    ctx.say(`job ${namespace}/${name} created at ${cluster.access.server}`);
    return handleOf(cluster, made);
  } catch (error) {
    if (!(error instanceof ApiError && error.reason === "AlreadyExists")) throw failureOf(error, { what, cluster });
    const there = await contact.ask(() => readJob(cluster, { namespace, name }));
    if (isOf(ctx, there)) return handleOf(cluster, there);
    throw failureOf(new ApiError(409, "there is a job of that name, of somebody else"), { what, cluster });
  }
}

async function followJob(
  ctx: JobContext,
  { params, handle }: { readonly params: KubernetesJobParams; readonly handle: PodHandle },
): Promise<JobEnd<Json>> {
  const value = { job_name: handle.name, job_namespace: handle.namespace };
  if (params.wait === false) return { outcome: { kind: "success" }, value };
  const cluster = await clusterOf(ctx, params);
  const patienceMillis = (params.apiTimeoutSeconds ?? DEFAULTS.apiTimeoutSeconds) * 1000;
  const contact = new Contact(ctx, { patienceMillis, waitsOutRefusals: true });
  const base = baseName(params);
  const logs = new JobLogs(ctx, {
    cluster,
    contact,
    namespace: handle.namespace,
    jobName: handle.name,
    base,
    containerLogs: params.containerLogs ?? [base],
    getLogs: params.getLogs !== false,
    logEvents: params.logEvents !== false,
    isParallel: (params.parallelism ?? 1) > 1,
  });
  const stop = new AbortController();
  try {
    const watched = { path: kindPath(handle.namespace), name: handle.name, uid: handle.uid };
    const watching = { cluster, contact, signal: AbortSignal.any([ctx.signal, stop.signal]) };
    const ended = untilObject<BatchJob>(watched, watching, (job) => endOf(job) !== undefined);
    const trouble = await Promise.race([logs.trouble, ended.then(() => null)]);
    if (ctx.signal.aborted) return { outcome: { kind: "cancelled", message: "no longer followed" } };
    if (trouble !== null) return { outcome: cannotStart(trouble) };
    await logs.end();
    const job = await ended;
    const outcome = job === null ? gone(handle) : outcomeOf(job, { logs, base });
    return outcome.kind === "success" ? { outcome, value } : { outcome };
  } finally {
    stop.abort();
    logs.close();
  }
}

/** Kubernetes itself would wait for ever. */
function cannotStart({ code, message }: StartTrouble): AttemptOutcome {
  return { kind: "failed", code, message: `a pod of the job cannot start: ${message}`, retryable: true };
}

function endOf({
  status,
}: BatchJob): { readonly type: string; readonly reason?: string; readonly message?: string } | undefined {
  return status?.conditions?.find((one) => (one.type === "Complete" || one.type === "Failed") && one.status === "True");
}

function outcomeOf(job: BatchJob, { logs, base }: { logs: JobLogs; base: string }): AttemptOutcome {
  const end = endOf(job);
  if (end?.type === "Complete") return { kind: "success" };
  const outcomes = [...logs.pods.values()].map((pod) => podOutcome({ pod, base, skipOnExitCode: [] }));
  const last = outcomes.findLast((outcome) => outcome.kind === "failed");
  const { reason = "Failed", message = "" } = end ?? {};
  const counted = `${job.status?.succeeded ?? 0} pods succeeded, ${job.status?.failed ?? 0} failed`;
  const warning = logs.events.lastWarning;
  // Of one that never had a pod only its events say why.
  const warned = logs.pods.size === 0 && warning !== null ? `; ${warning}` : "";
  const because = last === undefined ? warned : `; the last one that failed: ${last.message}`;
  return {
    kind: "failed",
    code: reason === "DeadlineExceeded" ? "deadline" : (last?.code ?? "job_failed"),
    message: `the job has failed: ${reason}: ${message} (${counted}${because})`,
    retryable: true,
    ...(last?.exitCode === undefined ? {} : { exitCode: last.exitCode }),
  };
}

function gone({ namespace, name }: PodHandle): AttemptOutcome {
  const message = `the job ${namespace}/${name} is gone: somebody deleted it, or its ttlSecondsAfterFinished has passed`;
  return { kind: "failed", code: "job_gone", message, retryable: true };
}

/** With its pods, and until they are gone. */
async function deleteJob(ctx: JobContext, params: KubernetesJobParams, handle: PodHandle | null): Promise<void> {
  const cluster = await clusterOf(ctx, params);
  const found = handle ?? (await findJob(ctx, params, cluster));
  if (found === null) return;
  const path = `${kindPath(found.namespace)}/${found.name}`;
  const body = {
    apiVersion: "v1",
    kind: "DeleteOptions",
    propagationPolicy: "Foreground",
    preconditions: { uid: found.uid },
  };
  try {
    await cluster.call({ method: "DELETE", path, body });
    while ((await readJob(cluster, found)).metadata.uid === found.uid)
      await sleep(POLL_MILLIS, null, { signal: ctx.signal });
  } catch (error) {
    if (!isNotFound(error) && !(error instanceof ApiError && error.status === 409)) throw error;
  }
}

async function findJob(ctx: JobContext, params: KubernetesJobParams, cluster: Cluster): Promise<PodHandle | null> {
  try {
    const job = await readJob(cluster, buildJob(ctx, params, cluster.access.namespace));
    return isOf(ctx, job) ? handleOf(cluster, job) : null;
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}

function readJob(cluster: Cluster, { namespace, name }: { namespace: string; name: string }): Promise<BatchJob> {
  return cluster.call({ method: "GET", path: `${kindPath(namespace)}/${name}` });
}

function isOf({ attemptId }: JobContext, { metadata }: BatchJob): boolean {
  return metadata.labels?.[ATTEMPT_LABEL] === labelValue(attemptId);
}

function handleOf(cluster: Cluster, { metadata }: BatchJob): PodHandle {
  const { namespace = "", name = "", uid = "" } = metadata;
  return { server: cluster.access.server, namespace, name, uid };
}

function kindPath(namespace: string): string {
  return `/apis/batch/v1/namespaces/${namespace}/jobs`;
}

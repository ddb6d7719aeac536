/** What is missing for a pod to start: the way to the API server, rights, names, room. */
import type { PreflightCheck, PreflightContext } from "@momiji/sdk";
import { ApiError } from "../client/api-error.ts";
import type { Cluster } from "../client/cluster.ts";
import { type BuiltPod, buildPod } from "../pod/build-pod.ts";
import type { AccessParams } from "../client/find-access.ts";
import type { JsonObject } from "../client/objects.ts";
import { buildJob } from "../job/build-job.ts";
import type { KubernetesJobParams } from "../job/job-params.ts";
import type { KubernetesPodParams } from "../pod/pod-params.ts";
import { checkCluster } from "./check-cluster.ts";
import { checkExists } from "./check-exists.ts";
import { checkRight, type Right } from "./check-rights.ts";
import { referencesOf } from "./pod-references.ts";

const RIGHTS: readonly Right[] = [
  { verb: "create", resource: "pods" },
  { verb: "get", resource: "pods" },
  { verb: "list", resource: "pods" },
  { verb: "watch", resource: "pods" },
  { verb: "delete", resource: "pods" },
  { verb: "get", resource: "pods", subresource: "log" },
  { verb: "list", resource: "events", without: "the task's log goes without the events of the pod" },
  { verb: "watch", resource: "events", without: "the task's log goes without the events of the pod" },
];
const JOB_RIGHTS: readonly Right[] = [
  ...["create", "get", "list", "watch", "delete"].map((verb) => ({ verb, group: "batch", resource: "jobs" })),
  ...RIGHTS.filter(({ verb, resource }) => resource !== "pods" || (verb !== "create" && verb !== "delete")),
];
/** A connection that begins as a GET, which later servers take for a create as well. */
const EXEC = ["create", "get"].map((verb): Right => ({ verb, resource: "pods", subresource: "exec" }));

/** Stands where a template will give a value. */
const FILLER = "x";
export const ATTEMPT = {
  dagId: "preflight",
  taskId: "preflight",
  runId: "preflight",
  attemptId: "preflight",
  mapIndex: -1,
  tryNumber: 1,
};

export function preflightPod(ctx: PreflightContext, params: KubernetesPodParams): AsyncIterable<PreflightCheck> {
  const rights = params.xcom === "file" ? [...RIGHTS, ...EXEC] : RIGHTS;
  return preflight(ctx, {
    params,
    rights,
    path: "/api/v1",
    kind: "pods",
    build: (given, namespace) => buildPod(ATTEMPT, given, namespace),
  });
}

export function preflightJob(ctx: PreflightContext, params: KubernetesJobParams): AsyncIterable<PreflightCheck> {
  const build = (given: KubernetesJobParams, namespace: string): Built => {
    const { job, ...names } = buildJob(ATTEMPT, given, namespace);
    return { ...names, pod: (job["spec"] as JsonObject)["template"] as JsonObject, whole: job };
  };
  return preflight(ctx, { params, rights: JOB_RIGHTS, path: "/apis/batch/v1", kind: "jobs", build });
}

type Built = BuiltPod & { readonly whole?: JsonObject };

interface Asked<P> {
  readonly params: P;
  readonly rights: readonly Right[];
  /** Of the group and the kind of what is made. */
  readonly path: string;
  readonly kind: string;
  readonly build: (params: P, defaultNamespace: string) => Built;
}

async function* preflight<P extends AccessParams>(
  ctx: PreflightContext,
  asked: Asked<P>,
): AsyncIterable<PreflightCheck> {
  const { params, rights, build } = asked;
  const { checks, cluster } = await checkCluster(ctx, params);
  yield* checks;
  if (cluster === null) return;
  let built: Built;
  try {
    built = build(withoutTemplates(params), cluster.access.namespace);
  } catch (error) {
    yield {
      code: "kubernetes.pod",
      title: "the pod can be put together",
      verdict: "failed",
      detail: (error as Error).message,
      remedy: "Mend the task's params",
    };
    return;
  }
  const { namespace, pod } = built;
  const there = await checkExists(ctx, {
    cluster,
    wanted: { kind: "namespace", name: namespace, path: `/api/v1/namespaces/${namespace}` },
  });
  yield there;
  if (there.verdict === "failed") return;
  for (const right of rights) yield await checkRight(ctx, { cluster, namespace, right });
  for (const wanted of referencesOf(pod, namespace)) {
    if (wanted.name !== FILLER) yield await checkExists(ctx, { cluster, wanted });
  }
  yield await dryRun(ctx, { cluster, built, asked });
}

interface DryRun {
  readonly cluster: Cluster;
  readonly built: Built;
  readonly asked: Pick<Asked<unknown>, "path" | "kind">;
}

async function dryRun(ctx: PreflightContext, { cluster, built, asked }: DryRun): Promise<PreflightCheck> {
  const { namespace, pod, whole = pod } = built;
  const check = {
    code: "kubernetes.admission",
    title: `the API server would take the ${asked.kind.slice(0, -1)} (dry run)`,
  };
  const path = `${asked.path}/namespaces/${namespace}/${asked.kind}`;
  try {
    await cluster.call({ method: "POST", path, query: { dryRun: "All" }, body: whole, signal: ctx.signal });
    return { ...check, verdict: "ok" };
  } catch (error) {
    const detail = (error as Error).message;
    if (!(error instanceof ApiError)) return { ...check, verdict: "unknown", detail };
    const isQuota = /exceeded quota/.test(detail);
    const remedy = isQuota
      ? "Wait for other pods to end, ask for less, or raise the quota of the namespace"
      : "Mend what the answer names";
    return { ...check, verdict: "failed", detail, remedy };
  }
}

export function withoutTemplates<P>(params: P): P {
  const text = JSON.stringify(params, (_name, value: unknown) => {
    return typeof value === "string" ? value.replace(/\{\{.*?\}\}/gs, FILLER).replace(/\{%.*?%\}/gs, "") : value;
  });
  return JSON.parse(text) as P;
}

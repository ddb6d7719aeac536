/** The job outside that an attempt had: what it is called there, where to look at it, and its last words. */
import type { Json, TaskInstance, TaskSpec } from "@momiji/core";

export interface OutsideFailure {
  readonly kind: "docker" | "pod" | "ecs" | "batch" | "other";
  /** As the other side calls it; null: it was never launched. */
  readonly id: string | null;
  readonly exitCode: number | null;
  /** The last word of its operator. */
  readonly reason: string | null;
  /** A page of the other side's own console; null: it has none that is known. */
  readonly href: string | null;
  /** Where its containers' logs stand there; empty: they are not kept there, or nobody knows where. */
  readonly logs: readonly { readonly name: string; readonly href: string }[];
}

type Handle = { readonly [name: string]: Json };

/** @param task absent: what became of a job that went well is not asked. @returns null: the attempt had no job outside */
export function outsideFailure(
  { job, outcome }: Pick<TaskInstance, "job" | "outcome">,
  task?: TaskSpec,
): OutsideFailure | null {
  if (job === null) return null;
  const of = named(job.handle);
  const isOver = outcome?.kind === "success" && task !== undefined && of.kind !== "other" && isAwaited(task);
  const exitCode = outcome?.kind === "failed" ? (outcome.exitCode ?? null) : isOver ? 0 : null;
  return { logs: [], ...of, exitCode, reason: job.said?.message ?? null };
}

/** Its success is the end of the job, and not only its launch. */
function isAwaited({ params }: TaskSpec): boolean {
  return params?.["wait"] !== false && params?.["waitForCompletion"] !== false;
}

type Named = Pick<OutsideFailure, "kind" | "id" | "href"> & Partial<Pick<OutsideFailure, "logs">>;

function named(handle: Json): Named {
  if (typeof handle !== "object" || handle === null || Array.isArray(handle))
    return { kind: "other", id: null, href: null };
  const of = handle as Handle;
  if (Array.isArray(of.taskArns)) return ofEcs(of);
  if (typeof of.jobId === "string") return ofBatch(of);
  if (typeof of.namespace === "string" && typeof of.name === "string")
    return { kind: "pod", id: `${of.namespace}/${of.name}`, href: null };
  if (typeof of.engine === "string" && typeof of.id === "string") return { kind: "docker", id: of.id, href: null };
  return { kind: "other", id: null, href: null };
}

/** `arn:aws:ecs:REGION:ACCOUNT:task/CLUSTER/ID`. */
function ofEcs({ taskArns, containers }: Handle): Named {
  const arn = (taskArns as readonly Json[])[0];
  if (typeof arn !== "string") return { kind: "ecs", id: null, href: null };
  const [, region = "", cluster = "", id = ""] = /^arn:[^:]+:ecs:([\w-]+):\d*:task\/([^/]+)\/([^/]+)$/.exec(arn) ?? [];
  const path = [cluster, "tasks", id].map(encodeURIComponent).join("/");
  const href = id === "" ? null : `https://${region}.console.aws.amazon.com/ecs/v2/clusters/${path}?region=${region}`;
  return { kind: "ecs", id: arn, href, logs: id === "" ? [] : logsOf(containers, id) };
}

/** Of each container that logs to CloudWatch, its stream `PREFIX/CONTAINER/ID`. */
function logsOf(containers: Json | undefined, id: string): OutsideFailure["logs"] {
  if (!Array.isArray(containers)) return [];
  return (containers as readonly Json[]).flatMap((each) => {
    const { container, group, region, prefix } = (each ?? {}) as { readonly [name: string]: Json | undefined };
    if (typeof container !== "string" || typeof group !== "string" || typeof prefix !== "string") return [];
    if (typeof region !== "string" || !/^[\w-]+$/.test(region)) return [];
    const stream = `${prefix}/${container}/${id}`;
    const place = `log-group/${consoleText(group)}/log-events/${consoleText(stream)}`;
    const home = `https://${region}.console.aws.amazon.com/cloudwatch/home?region=${region}`;
    return [{ name: container, href: `${home}#logsV2:log-groups/${place}` }];
  });
}

/** The console of CloudWatch encodes twice, and writes `$` for `%`. */
function consoleText(text: string): string {
  return encodeURIComponent(encodeURIComponent(text)).replaceAll("%", "$");
}

function ofBatch({ jobId, region }: Handle): Named {
  const isKnown = typeof region === "string" && /^[\w-]+$/.test(region);
  const href = isKnown
    ? `https://${region}.console.aws.amazon.com/batch/home?region=${region}#jobs/detail/${encodeURIComponent(jobId as string)}`
    : null;
  return { kind: "batch", id: jobId as string, href };
}

/** The job outside that an attempt had: what it is called there, where to look at it, and its last words. */
import type { Json, TaskInstance } from "@momiji/core";

export interface OutsideFailure {
  readonly kind: "docker" | "pod" | "ecs" | "batch" | "other";
  /** As the other side calls it; null: it was never launched. */
  readonly id: string | null;
  readonly exitCode: number | null;
  /** The last word of its operator. */
  readonly reason: string | null;
  /** A page of the other side's own console; null: it has none that is known. */
  readonly href: string | null;
}

type Handle = { readonly [name: string]: Json };

/** Null: the attempt had no job outside. */
export function outsideFailure({ job, outcome }: Pick<TaskInstance, "job" | "outcome">): OutsideFailure | null {
  if (job === null) return null;
  const exitCode = outcome?.kind === "failed" ? (outcome.exitCode ?? null) : null;
  return { ...named(job.handle), exitCode, reason: job.said?.message ?? null };
}

function named(handle: Json): Pick<OutsideFailure, "kind" | "id" | "href"> {
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
function ofEcs({ taskArns }: Handle): Pick<OutsideFailure, "kind" | "id" | "href"> {
  const arn = (taskArns as readonly Json[])[0];
  if (typeof arn !== "string") return { kind: "ecs", id: null, href: null };
  const [, region = "", cluster = "", id = ""] = /^arn:[^:]+:ecs:([\w-]+):\d*:task\/([^/]+)\/([^/]+)$/.exec(arn) ?? [];
  const path = [cluster, "tasks", id].map(encodeURIComponent).join("/");
  const href = id === "" ? null : `https://${region}.console.aws.amazon.com/ecs/v2/clusters/${path}?region=${region}`;
  return { kind: "ecs", id: arn, href };
}

function ofBatch({ jobId, region }: Handle): Pick<OutsideFailure, "kind" | "id" | "href"> {
  const isKnown = typeof region === "string" && /^[\w-]+$/.test(region);
  const href = isKnown
    ? `https://${region}.console.aws.amazon.com/batch/home?region=${region}#jobs/detail/${encodeURIComponent(jobId as string)}`
    : null;
  return { kind: "batch", id: jobId as string, href };
}

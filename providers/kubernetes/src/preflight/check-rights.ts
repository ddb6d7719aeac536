/** May whoever asks do what the operator needs? */
import type { PreflightCheck, PreflightContext } from "@momiji/sdk";
import type { Cluster } from "../client/cluster.ts";

export interface Right {
  readonly verb: string;
  readonly resource: string;
  readonly subresource?: string;
  readonly group?: string;
  /** Without it the job runs all the same; what is missing then. */
  readonly without?: string;
}

interface AccessReview {
  readonly status: { readonly allowed: boolean; readonly reason?: string };
}

export async function checkRight(
  ctx: PreflightContext,
  { cluster, namespace, right }: { cluster: Cluster; namespace: string | null; right: Right },
): Promise<PreflightCheck> {
  const { verb, resource, subresource, group = "", without } = right;
  const name = subresource === undefined ? resource : `${resource}/${subresource}`;
  const where = namespace === null ? "in the cluster" : `in the namespace ${namespace}`;
  const check = { code: "kubernetes.rights", title: `may ${verb} ${name} ${where}` };
  const apiVersion = "authorization.k8s.io/v1";
  const resourceAttributes = {
    ...(namespace === null ? {} : { namespace }),
    verb,
    group,
    resource,
    ...(subresource === undefined ? {} : { subresource }),
  };
  try {
    const path = `/apis/${apiVersion}/selfsubjectaccessreviews`;
    const body = { apiVersion, kind: "SelfSubjectAccessReview", spec: { resourceAttributes } };
    const { status } = await cluster.call<AccessReview>({ method: "POST", path, body, signal: ctx.signal });
    if (status.allowed) return { ...check, verdict: "ok" };
    const detail = [without, status.reason].filter((text) => text !== undefined && text !== "").join("; ");
    const remedy = `Add to its ${namespace === null ? "ClusterRole" : "Role"}: { apiGroups: ["${group}"], resources: ["${name}"], verbs: ["${verb}"] }`;
    return {
      ...check,
      verdict: without === undefined ? "failed" : "warning",
      ...(detail === "" ? {} : { detail }),
      remedy,
    };
  } catch (error) {
    return { ...check, verdict: "unknown", detail: (error as Error).message };
  }
}

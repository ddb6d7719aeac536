/** Can the API server be asked at all, and as whom? Each step towards it is told apart. */
import type { PreflightCheck, PreflightContext } from "@momiji/sdk";
import { ApiError, isDnsTrouble, isTlsTrouble, Unreachable } from "../client/api-error.ts";
import { clusterOf } from "../client/clusters.ts";
import type { Cluster } from "../client/cluster.ts";
import type { AccessParams } from "../client/find-access.ts";

/** Null: nothing more can be looked at. */
export type Reached = { readonly checks: readonly PreflightCheck[]; readonly cluster: Cluster | null };

export async function checkCluster(ctx: PreflightContext, params: AccessParams): Promise<Reached> {
  let cluster: Cluster;
  try {
    cluster = await clusterOf(ctx, params);
  } catch (error) {
    return { checks: [unconfigured(error as Error)], cluster: null };
  }
  const { origin, server } = cluster.access;
  const configured: PreflightCheck = {
    code: "kubernetes.config",
    title: "a cluster is configured",
    verdict: "ok",
    detail: `${server}, from ${origin}`,
  };
  try {
    const { gitVersion } = await cluster.call<{ gitVersion: string }>({
      method: "GET",
      path: "/version",
      signal: ctx.signal,
    });
    const reached: PreflightCheck = {
      code: "kubernetes.reachable",
      title: `${server} answers`,
      verdict: "ok",
      detail: `Kubernetes ${gitVersion}`,
    };
    return { checks: [configured, reached, await whoAmI(ctx, cluster)], cluster };
  } catch (error) {
    const isCredentials = error instanceof ApiError && (error.status === 401 || error.status === 403);
    const failed = isCredentials ? notKnown(error, cluster) : unreachable(error as Error, cluster);
    return { checks: [configured, failed], cluster: null };
  }
}

function unconfigured({ message }: Error): PreflightCheck {
  return {
    code: "kubernetes.config",
    title: "a cluster is configured",
    verdict: "failed",
    detail: message,
    remedy:
      "Name a kubeconfig with `configFile`, a connection with `connection`, or run the worker in a pod of the cluster with `inCluster: true`",
  };
}

function unreachable(error: Error, { access }: Cluster): PreflightCheck {
  const code = error instanceof Unreachable ? error.code : "";
  const [step, remedy] = isDnsTrouble(code)
    ? [
        "dns",
        "Mend the name in the kubeconfig, or let this machine ask a name server that knows it (a private endpoint is known only inside of its network)",
      ]
    : isTlsTrouble(code)
      ? [
          "tls",
          `Give the authority that signed it in ${access.origin} (certificate-authority), and the name it was made for (tls-server-name)`,
        ]
      : [
          "tcp",
          "Let this machine reach that address and port: firewall, security group, route, VPN, or the authorised networks of the cluster; is the API server running?",
        ];
  return {
    code: `kubernetes.${step}`,
    title: `${access.server} answers`,
    verdict: "failed",
    detail: error.message,
    remedy,
  };
}

function notKnown(error: Error, { access }: Cluster): PreflightCheck {
  return {
    code: "kubernetes.credentials",
    title: "the API server knows who asks",
    verdict: "failed",
    detail: error.message,
    remedy: `Renew the token, certificate or plugin in ${access.origin}`,
  };
}

interface SelfReview {
  readonly status: { readonly userInfo: { readonly username?: string; readonly groups?: readonly string[] } };
}

async function whoAmI(ctx: PreflightContext, cluster: Cluster): Promise<PreflightCheck> {
  const check = { code: "kubernetes.credentials", title: "the API server knows who asks" } as const;
  const apiVersion = "authentication.k8s.io/v1";
  try {
    const path = `/apis/${apiVersion}/selfsubjectreviews`;
    const body = { apiVersion, kind: "SelfSubjectReview" };
    const { status } = await cluster.call<SelfReview>({ method: "POST", path, body, signal: ctx.signal });
    return {
      ...check,
      verdict: "ok",
      detail: `${status.userInfo.username ?? ""} (${status.userInfo.groups?.join(", ") ?? ""})`,
    };
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return notKnown(error, cluster);
    // Servers before 1.28 do not tell.
    return { ...check, verdict: "ok", detail: "as whom, this version of Kubernetes does not tell" };
  }
}

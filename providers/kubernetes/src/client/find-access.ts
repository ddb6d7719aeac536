/** Which cluster a job is for: what its params say, else its connection, else what kubectl would take here. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Json } from "@momiji/core";
import type { Connection, TaskContext } from "@momiji/sdk";
import type { ClusterAccess } from "./cluster-access.ts";
import { kubernetesEnvironment } from "./environment.ts";
import { accessOf, kubeconfigFile, type KubeconfigSource } from "./kubeconfig.ts";

/** The part of an operator's params that says where. */
export type AccessParams = {
  /** Id of a connection of type `kubernetes`, with the fields of Airflow's in its extra. */
  readonly connection?: string;
  /** Path of a kubeconfig on the worker. */
  readonly configFile?: string;
  readonly context?: string;
  readonly inCluster?: boolean;
  readonly namespace?: string;
};

/** What every pod with a service account finds in itself. */
const ACCOUNT = "/var/run/secrets/kubernetes.io/serviceaccount";
const DEFAULT_CONNECTION = "kubernetes_default";

/** Throws an `Error` that says what was looked at, if there is none. */
export async function findAccess(
  ctx: Pick<TaskContext, "connections" | "maskSecret">,
  params: AccessParams,
): Promise<ClusterAccess> {
  const extra = await readExtra(ctx, params.connection);
  const context = params.context ?? text(extra, "cluster_context");
  const namespace = text(extra, "namespace");
  const access = await chosen(params, { extra, context });
  const skipTlsVerify = extra["disable_verify_ssl"] === true || access.skipTlsVerify === true;
  return { ...access, ...(namespace === undefined ? {} : { namespace }), ...(skipTlsVerify ? { skipTlsVerify } : {}) };
}

type Extra = Connection["extra"];

async function chosen(
  params: AccessParams,
  { extra, context }: { extra: Extra; context: string | undefined },
): Promise<ClusterAccess> {
  if (params.inCluster ?? extra["in_cluster"] === true) return await inCluster();
  const path = params.configFile ?? text(extra, "kube_config_path");
  if (path !== undefined) return await accessOf([await kubeconfigFile(path)], context);
  const whole = extra["kube_config"];
  if (whole !== undefined && whole !== null && whole !== "") {
    const source = {
      name: `the connection ${params.connection ?? DEFAULT_CONNECTION}`,
      folder: "/",
      text: asText(whole),
    };
    return await accessOf([source], context);
  }
  const files = await usualFiles();
  if (files.length > 0) return await accessOf(files, context);
  if (existsSync(join(ACCOUNT, "token"))) return await inCluster();
  throw new Error(
    "no cluster is known: there is no kubeconfig in KUBECONFIG or ~/.kube/config, and this is no pod with a service account. " +
      "Name one with `configFile`, or with the extra `kube_config_path` or `kube_config` of a connection",
  );
}

async function readExtra(ctx: Pick<TaskContext, "connections" | "maskSecret">, id: string | undefined): Promise<Extra> {
  const connection = await ctx.connections.get(id ?? DEFAULT_CONNECTION);
  if (connection === undefined && id !== undefined) throw new Error(`there is no connection ${id}`);
  // Airflow once wrote the names of fields in full.
  const entries = Object.entries(connection?.extra ?? {}).map(([name, value]) => [
    name.replace(/^extra__kubernetes__/, ""),
    value,
  ]);
  const extra = Object.fromEntries(entries) as Extra;
  if (extra["kube_config"] !== undefined) ctx.maskSecret(extra["kube_config"]);
  return extra;
}

async function usualFiles(): Promise<KubeconfigSource[]> {
  return await Promise.all(
    kubernetesEnvironment()
      .files.filter((path) => existsSync(path))
      .map(kubeconfigFile),
  );
}

async function inCluster(): Promise<ClusterAccess> {
  const { service } = kubernetesEnvironment();
  if (service === null || !existsSync(join(ACCOUNT, "token"))) {
    throw new Error(
      `inCluster: this is no pod with a service account (${ACCOUNT}/token or KUBERNETES_SERVICE_HOST is missing)`,
    );
  }
  const address = service.host.includes(":") ? `[${service.host}]` : service.host;
  return {
    origin: "the service account of this pod",
    server: `https://${address}:${service.port}`,
    ca: await readFile(join(ACCOUNT, "ca.crt"), "utf8"),
    namespace: (await readFile(join(ACCOUNT, "namespace"), "utf8")).trim(),
    // Read each time: the kubelet renews it.
    credentials: async () => ({ token: (await readFile(join(ACCOUNT, "token"), "utf8")).trim() }),
  };
}

function text(extra: Extra, name: string): string | undefined {
  const value = extra[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}

function asText(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

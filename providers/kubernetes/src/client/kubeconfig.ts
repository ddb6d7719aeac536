/** Reads a kubeconfig as kubectl does: files merged, one context chosen, and what it says of cluster and user. */
import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { parse } from "yaml";
import type { ClusterAccess } from "./cluster-access.ts";
import { type ExecPlugin, execCredentials } from "./exec-credentials.ts";

/** One kubeconfig, and the folder that relative paths in it start from. */
export interface KubeconfigSource {
  /** For messages: a path, or "the connection prod". */
  readonly name: string;
  readonly text: string;
  readonly folder: string;
}

interface Named {
  readonly name?: string;
  /** Of the file that it came from. */
  folder: string;
}

type NamedCluster = Named & { readonly cluster?: ClusterEntry };
type NamedUser = Named & { readonly user?: UserEntry };
type NamedContext = Named & { readonly context?: ContextEntry };

interface ClusterEntry {
  readonly server?: string;
  readonly "certificate-authority"?: string;
  readonly "certificate-authority-data"?: string;
  readonly "insecure-skip-tls-verify"?: boolean;
  readonly "tls-server-name"?: string;
  readonly "proxy-url"?: string;
}

interface ContextEntry {
  readonly cluster?: string;
  readonly user?: string;
  readonly namespace?: string;
}

interface UserEntry {
  readonly token?: string;
  readonly tokenFile?: string;
  readonly username?: string;
  readonly password?: string;
  readonly "client-certificate"?: string;
  readonly "client-certificate-data"?: string;
  readonly "client-key"?: string;
  readonly "client-key-data"?: string;
  readonly as?: string;
  readonly "as-groups"?: readonly string[];
  readonly exec?: ExecPlugin;
  readonly "auth-provider"?: { readonly name?: string };
}

interface Kubeconfig {
  readonly "current-context"?: string;
  readonly clusters?: readonly NamedCluster[];
  readonly users?: readonly NamedUser[];
  readonly contexts?: readonly NamedContext[];
}

/** @param context the one to be used; absent: the current one. Throws an `Error` that says what is wrong with which file. */
export async function accessOf(sources: readonly KubeconfigSource[], context?: string): Promise<ClusterAccess> {
  const configs = sources.map((source) => readConfig(source));
  const name = sources.map((source) => source.name).join(", ");
  const chosen = context ?? configs.find((config) => config["current-context"])?.["current-context"];
  if (chosen === undefined) throw new Error(`${name} has no current context: name one with \`context\``);
  const where = `${name}, context ${chosen}`;
  const contexts = configs.flatMap((config) => config.contexts ?? []);
  const {
    cluster: clusterName,
    user: userName,
    namespace,
  } = found(contexts, { name: chosen, kind: "context", where }).context ?? {};
  const cluster = found(
    configs.flatMap((config) => config.clusters ?? []),
    { name: clusterName, kind: "cluster", where },
  );
  const user = found(
    configs.flatMap((config) => config.users ?? []),
    { name: userName, kind: "user", where },
  );
  const { server, ...entry } = cluster.cluster ?? {};
  if (server === undefined) throw new Error(`${where}: the cluster ${clusterName} names no server`);
  const ca = await pem(cluster.folder, entry["certificate-authority-data"], entry["certificate-authority"]);
  return {
    origin: where,
    server,
    ...(ca === undefined ? {} : { ca }),
    ...(entry["tls-server-name"] === undefined ? {} : { serverName: entry["tls-server-name"] }),
    ...(entry["insecure-skip-tls-verify"] === true ? { skipTlsVerify: true } : {}),
    ...(entry["proxy-url"] === undefined ? {} : { proxy: entry["proxy-url"] }),
    ...impersonation(user.user),
    namespace: namespace ?? "default",
    credentials: credentialsOf(user, where),
  };
}

function readConfig({ name, text, folder }: KubeconfigSource): Kubeconfig {
  let config: unknown;
  try {
    config = parse(text);
  } catch (error) {
    throw new Error(`${name} is no YAML: ${(error as Error).message}`, { cause: error });
  }
  if (typeof config !== "object" || config === null) throw new Error(`${name} is no kubeconfig`);
  const read = config as Kubeconfig;
  for (const entry of [...(read.clusters ?? []), ...(read.users ?? [])]) entry.folder = folder;
  return read;
}

function found<T extends Named>(
  entries: readonly T[],
  { name, kind, where }: Record<"kind" | "where", string> & { name: string | undefined },
): T {
  const entry = entries.find((entry) => entry.name === name);
  if (entry !== undefined) return entry;
  const known = entries.map((entry) => entry.name).join(", ") || "none";
  throw new Error(`${where}: there is no ${kind} ${name ?? "named in it"}; there are: ${known}`);
}

function impersonation(user: UserEntry | undefined): Pick<ClusterAccess, "impersonate"> {
  if (user?.as === undefined) return {};
  const groups = user["as-groups"];
  return { impersonate: { user: user.as, ...(groups === undefined ? {} : { groups }) } };
}

function credentialsOf({ user = {}, folder }: NamedUser, where: string): ClusterAccess["credentials"] {
  if (user["auth-provider"] !== undefined) {
    const provider = user["auth-provider"].name ?? "";
    throw new Error(
      `${where}: the auth provider ${provider} is gone from Kubernetes: let the user have an \`exec\` plugin`,
    );
  }
  if (user.exec !== undefined) return execCredentials(user.exec, { folder, where });
  return async () => {
    const token = user.token ?? (user.tokenFile && (await readFile(resolve(folder, user.tokenFile), "utf8")).trim());
    const cert = await pem(folder, user["client-certificate-data"], user["client-certificate"]);
    const key = await pem(folder, user["client-key-data"], user["client-key"]);
    const basic = user.username === undefined ? undefined : `${user.username}:${user.password ?? ""}`;
    const all = { token, cert, key, basic };
    return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  };
}

async function pem(folder: string, data: string | undefined, file: string | undefined): Promise<string | undefined> {
  if (data !== undefined) return Buffer.from(data, "base64").toString("utf8");
  return file === undefined ? undefined : await readFile(resolve(folder, file), "utf8");
}

/** A kubeconfig that is a file. */
export async function kubeconfigFile(path: string): Promise<KubeconfigSource> {
  try {
    return { name: `the kubeconfig ${path}`, text: await readFile(path, "utf8"), folder: dirname(resolve(path)) };
  } catch (error) {
    throw new Error(`the kubeconfig ${path} cannot be read: ${(error as Error).message}`, { cause: error });
  }
}

/** Credentials from a command, as `aws eks get-token` and `gke-gcloud-auth-plugin` give them (kubeconfig's `exec`). */
import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { promisify } from "node:util";
import type { ClusterAccess, Credentials } from "./cluster-access.ts";
import { environmentWith } from "./environment.ts";

export interface ExecPlugin {
  readonly command?: string;
  readonly args?: readonly string[] | null;
  readonly env?: readonly { readonly name: string; readonly value: string }[] | null;
  readonly apiVersion?: string;
  readonly installHint?: string;
}

interface ExecCredential {
  readonly status?: {
    readonly token?: string;
    readonly clientCertificateData?: string;
    readonly clientKeyData?: string;
  };
}

const LIMIT_MILLIS = 60_000;

/** The command is run once, and again when its last answer is refused: whether it has expired is for the server to say. */
export function execCredentials(
  plugin: ExecPlugin,
  at: { folder: string; where: string },
): ClusterAccess["credentials"] {
  let latest: Promise<Credentials> | null = null;
  return (renew = false) => {
    if (latest !== null && !renew) return latest;
    const asked = runPlugin(plugin, at);
    latest = asked;
    asked.catch(() => {
      if (latest === asked) latest = null;
    });
    return asked;
  };
}

async function runPlugin(
  plugin: ExecPlugin,
  { folder, where }: { folder: string; where: string },
): Promise<Credentials> {
  const { command = "", args, env, apiVersion = "client.authentication.k8s.io/v1" } = plugin;
  const info = { apiVersion, kind: "ExecCredential", spec: { interactive: false } };
  const added = Object.fromEntries((env ?? []).map(({ name, value }) => [name, value]));
  try {
    const { stdout } = await promisify(execFile)(
      command.includes("/") ? resolve(folder, command) : command,
      [...(args ?? [])],
      {
        timeout: LIMIT_MILLIS,
        env: environmentWith({ ...added, KUBERNETES_EXEC_INFO: JSON.stringify(info) }),
      },
    );
    const { status = {} } = JSON.parse(stdout) as ExecCredential;
    return {
      ...(status.token === undefined ? {} : { token: status.token }),
      ...(status.clientCertificateData === undefined ? {} : { cert: status.clientCertificateData }),
      ...(status.clientKeyData === undefined ? {} : { key: status.clientKeyData }),
    };
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message: string };
    const hint = plugin.installHint === undefined ? "" : `. ${plugin.installHint}`;
    throw new Error(`${where}: ${command} gave no credentials: ${stderr?.trim() || message}${hint}`, { cause: error });
  }
}

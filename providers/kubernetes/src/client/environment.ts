/** The worker's environment as far as it means the same to every tool of Kubernetes. */
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

export interface KubernetesEnvironment {
  /** Kubeconfigs, of which those that exist are merged. */
  readonly files: readonly string[];
  /** The API server of the cluster that this process is a pod of. */
  readonly service: { readonly host: string; readonly port: string } | null;
}

export function kubernetesEnvironment(): KubernetesEnvironment {
  const { KUBECONFIG, KUBERNETES_SERVICE_HOST: host, KUBERNETES_SERVICE_PORT: port = "443" } = process.env;
  const named = KUBECONFIG?.split(delimiter).filter((path) => path !== "") ?? [];
  return {
    files: named.length > 0 ? named : [join(homedir(), ".kube", "config")],
    service: host === undefined ? null : { host, port },
  };
}

/** For commands that find credentials: they look for logins of their cloud. */
export function environmentWith(more: { readonly [name: string]: string }): NodeJS.ProcessEnv {
  return { ...process.env, ...more };
}

/** The return value of a pod: from a file of its sidecar, from its termination message, or the last line that it wrote. */
import type { Json } from "@momiji/core";
import type { JobEnd } from "@momiji/sdk";
import type { Cluster } from "../client/cluster.ts";
import type { Contact } from "../client/contact.ts";
import type { Pod } from "../client/objects.ts";
import { exec } from "../client/exec.ts";
import { baseName, type KubernetesPodParams } from "./pod-params.ts";
import { statusOf } from "./pod-state.ts";
import { XCOM_FILE, XCOM_SIDECAR } from "./xcom-sidecar.ts";

export interface XComSource {
  readonly signal: AbortSignal;
  readonly contact: Contact;
  readonly cluster: Cluster;
  readonly pod: Pod;
  readonly params: KubernetesPodParams;
}

export async function readXCom(source: XComSource): Promise<JobEnd> {
  const text = await textOf(source);
  if ("failure" in text) return { outcome: { kind: "failed", code: "xcom", message: text.failure, retryable: true } };
  if (text.text.trim() === "") return { outcome: { kind: "success" } };
  if (source.params.xcom === "lastLine") return { outcome: { kind: "success" }, value: text.text };
  try {
    return { outcome: { kind: "success" }, value: JSON.parse(text.text) as Json };
  } catch {
    const message = `${text.from} holds no JSON: ${text.text.slice(0, 200)}`;
    return { outcome: { kind: "failed", code: "xcom", message, retryable: true } };
  }
}

type Read = { readonly text: string; readonly from: string } | { readonly failure: string };

async function textOf({ cluster, pod, params, contact, signal }: XComSource): Promise<Read> {
  if (params.xcom === "terminationMessage") {
    const message = statusOf(pod, baseName(params))?.state?.terminated?.message ?? "";
    return { text: message, from: "the termination message" };
  }
  const { namespace = "", name = "" } = pod.metadata;
  if (params.xcom === "lastLine") {
    const query = { container: baseName(params), tailLines: 1 };
    const path = `/api/v1/namespaces/${namespace}/pods/${name}/log`;
    const text = await contact.ask(() => cluster.text({ method: "GET", path, query, signal }));
    return { text: text.replace(/\r?\n$/, ""), from: "the last line" };
  }
  const command = ["sh", "-c", `if [ -s ${XCOM_FILE} ]; then cat ${XCOM_FILE}; fi`];
  try {
    const asked = { namespace, name, container: XCOM_SIDECAR, command, signal };
    return { text: await contact.ask(() => exec(cluster, asked)), from: XCOM_FILE };
  } catch (error) {
    return {
      failure: `the return value cannot be read from ${XCOM_FILE} in container ${XCOM_SIDECAR}: ${(error as Error).message}`,
    };
  }
}

/** What kept an engine from answering, told apart and in words. */
import { EngineTrouble } from "../docker-error.ts";
import type { DockerErrorCode } from "../errors.ts";
import type { EngineAddress } from "./engine-address.ts";

const TLS_CODE = /^(ERR_TLS|ERR_SSL|EPROTO|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|HOSTNAME_MISMATCH)/;

export function reachTrouble(address: EngineAddress, error: Error & { readonly code?: string }): EngineTrouble {
  const { code = "", message } = error;
  const at = `the Docker engine at ${address.label}`;
  const trouble = (kind: DockerErrorCode, words: string): EngineTrouble =>
    new EngineTrouble(kind, words, { cause: error });
  if (address.kind === "socket" && code === "ENOENT")
    return trouble("docker_socket_missing", `there is no socket of a Docker engine at ${address.path}`);
  if (code === "EACCES" || code === "EPERM")
    return trouble("docker_socket_denied", `permission denied at ${address.label}`);
  if (code === "ECONNREFUSED") return trouble("docker_refused", `${at} refuses connections: it does not run`);
  if (code === "ENOTFOUND" || code === "EAI_AGAIN")
    return trouble("docker_unreachable", `the name of ${at} is not known: ${message}`);
  if (code === "ESSH") return trouble("docker_ssh", `${at} is not reached through ssh: ${message}`);
  if (TLS_CODE.test(code)) return trouble("docker_tls", `no secure connection to ${at}: ${message}`);
  if (/^Parse Error|HPE_/.test(message) || code.startsWith("HPE_")) return answerTrouble(address.label, message);
  return trouble("docker_unreachable", `${at} does not answer: ${message}`);
}

export function answerTrouble(label: string, answer: string): EngineTrouble {
  const begin = answer.trim().slice(0, 200);
  return new EngineTrouble("docker_answer", `what answers at ${label} is no Docker engine: ${begin || "nothing"}`);
}

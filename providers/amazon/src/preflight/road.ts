/** The way to an address, step by step, so that the step that is missing has a name: the name, the port, the certificate. */
import { lookup } from "node:dns/promises";
import { once } from "node:events";
import type { AgentOptions } from "node:https";
import { connect, isIP, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";

export type Road =
  | { readonly step: "open"; readonly addresses: readonly string[] }
  | { readonly step: "dns" | "tcp" | "tls"; readonly message: string; readonly addresses: readonly string[] };

/** How certificates are judged. */
export type Trust = Pick<AgentOptions, "ca" | "rejectUnauthorized">;

const STEP_MILLIS = 5_000;

const WORDS: { readonly [code: string]: string } = {
  ENOTFOUND: "the name is not known",
  EAI_AGAIN: "no name server answers",
  ECONNREFUSED: "nothing listens there: the connection is refused",
  ECONNRESET: "the connection is cut",
  EHOSTUNREACH: "there is no way to the address",
  ENETUNREACH: "there is no way to the address",
  ETIMEDOUT: "no answer",
  EPROTO: "what answers does not speak TLS",
  CERT_HAS_EXPIRED: "the certificate has expired",
  DEPTH_ZERO_SELF_SIGNED_CERT: "the certificate is signed by itself",
  SELF_SIGNED_CERT_IN_CHAIN: "the certificate is signed by an authority that is not trusted here",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "the certificate is signed by an authority that is not trusted here",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "the certificate is signed by an authority that is not trusted here",
  ERR_TLS_CERT_ALTNAME_INVALID: "the certificate is made for another name",
};

/** Never throws; each step takes 5 s at most. */
export async function roadTo(url: URL, trust: Trust = {}): Promise<Road> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  let addresses: readonly string[] = [];
  let socket: Socket | undefined;
  let step: "dns" | "tcp" | "tls" = "dns";
  try {
    addresses = (await inTime(lookup(host, { all: true }))).map(({ address }) => address);
    step = "tcp";
    socket = connect({ host, port: Number(url.port) || (url.protocol === "http:" ? 80 : 443) });
    await inTime(once(socket, "connect"));
    step = "tls";
    if (url.protocol === "https:") await greet(socket, host, trust);
    return { step: "open", addresses };
  } catch (error) {
    return { step, message: wordsOf(error), addresses };
  } finally {
    socket?.destroy();
  }
}

async function greet(socket: Socket, host: string, trust: Trust): Promise<void> {
  const servername = isIP(host) === 0 ? { servername: host } : {};
  const secured = connectTls({ ...trust, socket, host, ...servername });
  try {
    await inTime(once(secured, "secureConnect"));
  } finally {
    secured.destroy();
  }
}

async function inTime<T>(step: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(Object.assign(new Error("late"), { code: "ETIMEDOUT" })), STEP_MILLIS);
  step.catch(() => {});
  try {
    return await Promise.race([step, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

function wordsOf(error: unknown): string {
  const { code = "", message } = error as NodeJS.ErrnoException;
  if (code === "ETIMEDOUT") return `no answer within ${STEP_MILLIS / 1000} s`;
  const isOther = code.startsWith("ERR_SSL");
  const words = WORDS[code] ?? (isOther ? WORDS["EPROTO"] : undefined);
  return words === undefined ? message : `${words} (${code})`;
}

/** Of addresses that only the inside of a network knows: 10/8, 172.16/12, 192.168/16, fc00::/7. */
export function isPrivate(address: string): boolean {
  return /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|f[cd])/.test(address);
}

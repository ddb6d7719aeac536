/** Where a Docker engine listens, as `DOCKER_HOST` says it: `unix:///path`, `tcp://host:port`, `ssh://user@host`. */
import type { TlsFiles } from "./tls-files.ts";

export type EngineAddress =
  | { readonly kind: "socket"; readonly label: string; readonly path: string }
  | {
      readonly kind: "tcp";
      readonly label: string;
      readonly host: string;
      readonly port: number;
      /** Null: plain HTTP. */
      readonly tls: TlsFiles | null;
    }
  | {
      readonly kind: "ssh";
      readonly label: string;
      readonly host: string;
      readonly user: string | null;
      readonly port: number | null;
    };

/** A Docker engine's ports without and with TLS. */
const PLAIN_PORT = 2375;
const TLS_PORT = 2376;

export const DEFAULT_ADDRESS = "unix:///var/run/docker.sock";

/** `label` is the address without anything secret; it finds the engine again from a handle. Throws in words. */
export function parseAddress(text: string, tls: TlsFiles | null): EngineAddress {
  const [, scheme = "", rest = ""] = /^(\w+):\/\/(.+)$/.exec(text.trim()) ?? [];
  if (scheme === "unix") return socketAddress(rest);
  if (["tcp", "http", "https", "ssh"].includes(scheme)) {
    const url = new URL(`http://${rest}`);
    const [host, port] = [url.hostname.replace(/^\[|\]$/g, ""), url.port === "" ? null : Number(url.port)];
    if (url.password !== "") throw new Error(`${scheme}://${url.host}: a password does not belong into an address`);
    if (scheme === "ssh") return { kind: "ssh", label: text.trim(), host, port, user: url.username || null };
    const secure = scheme === "https" ? (tls ?? {}) : scheme === "http" ? null : tls;
    const defaultPort = secure === null ? PLAIN_PORT : TLS_PORT;
    return { kind: "tcp", label: `${scheme}://${url.host}`, host, port: port ?? defaultPort, tls: secure };
  }
  throw new Error(
    `"${text}" is no address of a Docker engine: unix:///path/docker.sock, tcp://host:port, https://host:port or ssh://user@host`,
  );
}

/** `unix://var/run/docker.sock`, as Airflow's documentation has it, means the same as with three slashes. */
function socketAddress(rest: string): EngineAddress {
  const path = rest.startsWith("/") ? rest : `/${rest}`;
  return { kind: "socket", label: `unix://${path}`, path };
}

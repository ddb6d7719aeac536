/** From what a task says of its engine to a client of it. */
import type { Connection, JobContext } from "@momiji/sdk";
import { DockerError } from "../docker-error.ts";
import type { EngineParams } from "../run-params.ts";
import { type EngineAddress, parseAddress } from "./engine-address.ts";
import { EngineClient } from "./engine-client.ts";
import { dockerEnvironment } from "./environment.ts";
import { readTlsFiles, type TlsFiles } from "./tls-files.ts";

/** What is needed of a context to find an engine. */
export type EngineContext = Pick<JobContext, "connections" | "maskSecret" | "signal">;

/** The first that answers; that of the only address without asking it. */
export async function findEngine(ctx: EngineContext, params: EngineParams): Promise<EngineClient> {
  const clients = await engines(ctx, params);
  const [first] = clients;
  if (first === undefined) throw new DockerError("settings_refused", "dockerHost is an empty list");
  if (clients.length === 1) return first;
  const troubles: string[] = [];
  for (const client of clients) {
    try {
      await client.ping(ctx.signal);
      return client;
    } catch (error) {
      if (ctx.signal.aborted) throw error;
      troubles.push((error as Error).message);
    }
  }
  throw new DockerError(
    "docker_unreachable",
    `none of ${clients.length} Docker engines answers: ${troubles.join("; ")}`,
  );
}

/** The one that a handle names, by the credentials that the task gives now. */
export async function engineAt(ctx: EngineContext, params: EngineParams, host: string): Promise<EngineClient> {
  const clients = await engines(ctx, params);
  return clients.find((client) => client.label === host) ?? clientOf(parseAddress(host, null), params);
}

async function engines(ctx: EngineContext, params: EngineParams): Promise<readonly EngineClient[]> {
  const addresses = await addressesOf(ctx, params);
  return addresses.map((address) => clientOf(address, params));
}

async function addressesOf(ctx: EngineContext, params: EngineParams): Promise<readonly EngineAddress[]> {
  const { dockerHost, dockerConnection, tls } = params;
  if (dockerConnection !== undefined) return [await connectionAddress(ctx, dockerConnection)];
  const environment = dockerEnvironment();
  const paths = tls ?? (dockerHost === undefined ? environment.tls : null);
  const files = paths === null ? null : readTlsFiles(paths);
  return [dockerHost ?? environment.host].flat().map((text) => parseAddress(text, files));
}

async function connectionAddress(ctx: EngineContext, id: string): Promise<EngineAddress> {
  const connection = await connectionOf(ctx, id);
  const { host = "", port } = connection;
  if (host === "") throw new DockerError("credentials_missing", `the connection "${id}" has no host`);
  const scheme = host.includes("://") ? "" : "tcp://";
  const at = port === undefined || host.startsWith("unix:") ? "" : `:${port}`;
  return parseAddress(`${scheme}${host}${at}`, tlsOf(ctx, connection));
}

export async function connectionOf(ctx: EngineContext, id: string): Promise<Connection> {
  const connection = await ctx.connections.get(id);
  if (connection === undefined) throw new DockerError("credentials_missing", `there is no connection "${id}"`);
  if (connection.password !== undefined) ctx.maskSecret(connection.password);
  return connection;
}

/** Any of `ca`, `cert`, `key`, `verify`, `hostname` in the connection's extra makes it secure. */
function tlsOf(ctx: EngineContext, { extra }: Connection): TlsFiles | null {
  const texts = ["ca", "cert", "key", "hostname"].flatMap((name) => {
    const text = extra[name];
    return typeof text === "string" ? [[name, text] as const] : [];
  });
  if (typeof extra["key"] === "string") ctx.maskSecret(extra["key"]);
  const verify = typeof extra["verify"] === "boolean" ? { verify: extra["verify"] } : {};
  const files: TlsFiles = { ...Object.fromEntries(texts), ...verify };
  return Object.keys(files).length === 0 ? null : files;
}

function clientOf(address: EngineAddress, { engineTimeoutSeconds }: EngineParams): EngineClient {
  return new EngineClient(address, engineTimeoutSeconds === undefined ? undefined : engineTimeoutSeconds * 1000);
}

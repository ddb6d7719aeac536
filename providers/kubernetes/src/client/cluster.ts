/**
 * Requests to one API server, over connections that are kept. Speaks plain HTTPS, so that loading it costs next to nothing
 * (docs/adr: the client of Kubernetes).
 */
import { Agent as HttpAgent, type IncomingMessage, request as httpRequest } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import { ApiError, Unreachable } from "./api-error.ts";
import type { ClusterAccess, Credentials } from "./cluster-access.ts";

export interface ClusterRequest {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Below the server: `/api/v1/namespaces/jobs/pods`. */
  readonly path: string;
  readonly query?: { readonly [name: string]: string | number | boolean | undefined };
  readonly body?: unknown;
  /** Of the body; default `application/json`. */
  readonly contentType?: string;
  readonly signal?: AbortSignal;
}

type Headers = Record<string, string | string[]>;

interface TlsTerms {
  ca?: string;
  servername?: string;
  rejectUnauthorized?: boolean;
  cert?: string;
  key?: string;
}

/** How long an answer may take to begin, and one that is no stream to end. */
const ANSWER_MILLIS = 30_000;
/** A connection whose other end has vanished is noticed some ten seconds after this silence. */
const KEEP_ALIVE_MILLIS = 15_000;

export class Cluster {
  readonly access: ClusterAccess;
  readonly #base: URL;
  readonly #agent: HttpAgent;

  constructor(access: ClusterAccess) {
    this.access = access;
    this.#base = new URL(access.server);
    const proxyEnv =
      access.proxy === undefined ? {} : { proxyEnv: { HTTPS_PROXY: access.proxy, HTTP_PROXY: access.proxy } };
    const options = { keepAlive: true, keepAliveMsecs: KEEP_ALIVE_MILLIS, ...proxyEnv };
    this.#agent = this.#base.protocol === "http:" ? new HttpAgent(options) : new HttpsAgent(options);
  }

  /** The answer as JSON. Throws `ApiError` or `Unreachable`. */
  async call<T = unknown>(asked: ClusterRequest): Promise<T> {
    const text = await this.text(asked);
    try {
      return (text === "" ? null : JSON.parse(text)) as T;
    } catch {
      throw new Unreachable(this.access.server, { message: `what came is no JSON: ${text.slice(0, 100)}` });
    }
  }

  async text(asked: ClusterRequest): Promise<string> {
    const limit = AbortSignal.timeout(ANSWER_MILLIS);
    const signal = asked.signal === undefined ? limit : AbortSignal.any([asked.signal, limit]);
    try {
      return await readText(await this.stream({ ...asked, signal }));
    } catch (error) {
      if (asked.signal?.aborted === true || error instanceof ApiError || error instanceof Unreachable) throw error;
      const cause = limit.aborted ? { message: `none within ${ANSWER_MILLIS / 1000} s` } : error;
      throw new Unreachable(this.access.server, cause);
    }
  }

  /** The answer as it comes; its end is an event of the stream, which may also fail. Throws as `call`. */
  async stream(asked: ClusterRequest): Promise<IncomingMessage> {
    const answer = await this.#send(asked, await this.access.credentials());
    if (answer.statusCode !== 401) return await accepted(answer);
    answer.resume();
    return await accepted(await this.#send(asked, await this.access.credentials(true)));
  }

  /** What a WebSocket needs to be opened on the same terms. */
  async upgrade(path: string): Promise<{ url: URL; options: TlsTerms & { headers: Headers } }> {
    const credentials = await this.access.credentials();
    const url = this.#url({ method: "GET", path });
    url.protocol = url.protocol === "http:" ? "ws:" : "wss:";
    return { url, options: { headers: this.#headers(credentials), ...this.#tls(credentials) } };
  }

  #send(asked: ClusterRequest, credentials: Credentials): Promise<IncomingMessage> {
    const body = asked.body === undefined ? undefined : bodyText(asked.body);
    const headers: Headers = { accept: "application/json", ...this.#headers(credentials) };
    if (body !== undefined) {
      headers["content-type"] = asked.contentType ?? "application/json";
      // Node sends the body of a DELETE without a length unless told, which the server answers with 400.
      headers["content-length"] = String(Buffer.byteLength(body));
    }
    const request = this.#base.protocol === "http:" ? httpRequest : httpsRequest;
    const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
    const sent = request(this.#url(asked), {
      method: asked.method,
      agent: this.#agent,
      headers,
      ...this.#tls(credentials),
      ...(asked.signal === undefined ? {} : { signal: asked.signal }),
    });
    sent.setTimeout(ANSWER_MILLIS, () => sent.destroy(new Error(`none within ${ANSWER_MILLIS / 1000} s`)));
    sent.on("response", (answer) => {
      sent.setTimeout(0);
      resolve(answer);
    });
    sent.on("error", (error) =>
      reject(asked.signal?.aborted === true ? error : new Unreachable(this.access.server, error)),
    );
    sent.end(body);
    return promise;
  }

  #url({ path, query = {} }: ClusterRequest): URL {
    const url = new URL(this.#base.pathname.replace(/\/$/, "") + path, this.#base);
    for (const [name, value] of Object.entries(query))
      if (value !== undefined) url.searchParams.set(name, String(value));
    return url;
  }

  #headers({ token, basic }: Credentials): Headers {
    const { impersonate } = this.access;
    return {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(basic === undefined ? {} : { authorization: `Basic ${Buffer.from(basic).toString("base64")}` }),
      ...(impersonate === undefined ? {} : { "impersonate-user": impersonate.user }),
      ...(impersonate?.groups === undefined ? {} : { "impersonate-group": [...impersonate.groups] }),
    };
  }

  #tls({ cert, key }: Credentials): TlsTerms {
    const { ca, serverName, skipTlsVerify } = this.access;
    return {
      ...(ca === undefined ? {} : { ca }),
      ...(serverName === undefined ? {} : { servername: serverName }),
      ...(skipTlsVerify === true ? { rejectUnauthorized: false } : {}),
      ...(cert === undefined ? {} : { cert }),
      ...(key === undefined ? {} : { key }),
    };
  }
}

function bodyText(body: unknown): string {
  return typeof body === "string" ? body : JSON.stringify(body);
}

async function accepted(answer: IncomingMessage): Promise<IncomingMessage> {
  const status = answer.statusCode ?? 0;
  if (status >= 200 && status < 300) return answer;
  throw new ApiError(status, await readText(answer));
}

async function readText(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

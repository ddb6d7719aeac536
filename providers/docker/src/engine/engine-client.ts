/** The HTTP API of one Docker engine: calls with JSON answers, and streams. One connection a call. */
import { type IncomingMessage, request as httpRequest, type RequestOptions } from "node:http";
import { request as httpsRequest, type RequestOptions as SecureOptions } from "node:https";
import { EngineRefusal, EngineTrouble } from "../docker-error.ts";
import { codeOf } from "../errors.ts";
import type { EngineAddress } from "./engine-address.ts";
import { answerTrouble, reachTrouble } from "./engine-trouble.ts";
import { openSsh } from "./ssh-stream.ts";

export interface CallOptions {
  readonly query?: { readonly [name: string]: string | number | boolean | undefined };
  readonly body?: object;
  readonly headers?: { readonly [name: string]: string };
  readonly signal: AbortSignal;
  /** Of the whole call, or of a stream until its first byte. Default: the client's. */
  readonly timeoutMillis?: number;
}

/** The newest version of the API whose meaning is known here; an older engine is spoken to in its own. */
const NEWEST_API = "1.51";
const DEFAULT_TIMEOUT_MILLIS = 60_000;
/** No answer that is read whole is longer; a machine with thousands of containers has a few MB. */
const LONGEST_ANSWER = 64 * 1024 * 1024;

export class EngineClient {
  readonly #address: EngineAddress;
  readonly #timeoutMillis: number;
  #version: Promise<string> | null = null;

  constructor(address: EngineAddress, timeoutMillis = DEFAULT_TIMEOUT_MILLIS) {
    this.#address = address;
    this.#timeoutMillis = timeoutMillis;
  }

  /** The address, for people and handles. */
  get label(): string {
    return this.#address.label;
  }

  /** Whether it sees the same files as this process, as far as can be told. */
  get isLocal(): boolean {
    return this.#address.kind === "socket";
  }

  /** Asks for a sign of life; answers the engine's newest version of the API. */
  async ping(signal: AbortSignal): Promise<string> {
    const answer = await this.#open("GET", "/_ping", { signal });
    const version = answer.headers["api-version"];
    const text = await this.#text(answer);
    if (typeof version === "string" && /^\d+\.\d+$/.test(version)) return version;
    throw answerTrouble(this.label, `${answer.statusCode} ${text}`);
  }

  /** The answer's JSON; null for an answer without a body. */
  async call<Answer>(method: "GET" | "POST" | "PUT" | "DELETE", path: string, options: CallOptions): Promise<Answer> {
    const text = await this.#text(await this.stream(method, path, options));
    if (text === "") return null as Answer;
    try {
      return JSON.parse(text) as Answer;
    } catch {
      throw answerTrouble(this.label, text);
    }
  }

  /** The answer's body as it comes. A status above 299 is thrown. */
  async stream(method: string, path: string, options: CallOptions): Promise<IncomingMessage> {
    this.#version ??= this.ping(options.signal).catch((error: unknown) => {
      this.#version = null;
      throw error;
    });
    const version = olderOf(await this.#version, NEWEST_API);
    const query = Object.entries(options.query ?? {}).filter(([, value]) => value !== undefined);
    const search = new URLSearchParams(query.map(([name, value]) => [name, String(value)])).toString();
    const answer = await this.#open(method, `/v${version}${path}${search && `?${search}`}`, options);
    const status = answer.statusCode ?? 0;
    if (status >= 200 && status <= 304) return answer;
    const message = messageOf(await this.#text(answer));
    if (message === null) throw answerTrouble(this.label, `status ${status}`);
    throw new EngineRefusal(codeOf(message, status), message, status);
  }

  #open(method: string, path: string, options: CallOptions): Promise<IncomingMessage> {
    const timeout = AbortSignal.timeout(options.timeoutMillis ?? this.#timeoutMillis);
    const body = options.body === undefined ? undefined : JSON.stringify(options.body);
    const headers = { ...(body === undefined ? {} : { "content-type": "application/json" }), ...options.headers };
    return new Promise((resolve, reject) => {
      const send = this.#address.kind === "tcp" && this.#address.tls !== null ? httpsRequest : httpRequest;
      const request = send({ method, path, headers, agent: false, signal: options.signal, ...this.#target() });
      const fail = (error: Error): void => {
        if (options.signal.aborted) reject(error);
        else reject(reachTrouble(this.#address, error));
      };
      const late = (): void => void request.destroy(new Error(`no answer within ${this.#timeoutMillis / 1000} s`));
      timeout.addEventListener("abort", late);
      request.on("error", fail);
      request.on("socket", (socket) => void socket.setKeepAlive?.(true, 15_000));
      request.on("response", (answer) => {
        timeout.removeEventListener("abort", late);
        resolve(answer);
      });
      request.end(body);
    });
  }

  #target(): RequestOptions & SecureOptions {
    const address = this.#address;
    if (address.kind === "socket") return { socketPath: address.path, host: "docker" };
    if (address.kind === "ssh") {
      // Without an agent, or its own way to connect would be taken.
      return { createConnection: () => openSsh(address), agent: undefined, host: "docker" };
    }
    const { host, port, tls } = address;
    if (tls === null) return { host, port };
    const { ca, cert, key, verify = true, hostname } = tls;
    const files = Object.fromEntries(Object.entries({ ca, cert, key }).filter(([, text]) => text !== undefined));
    const name = hostname === undefined ? {} : { servername: hostname };
    return { host, port, ...files, ...name, rejectUnauthorized: verify };
  }

  async #text(answer: IncomingMessage): Promise<string> {
    const chunks: Buffer[] = [];
    let size = 0;
    const late = setTimeout(() => answer.destroy(new Error("the answer did not come to its end")), this.#timeoutMillis);
    try {
      for await (const chunk of answer as AsyncIterable<Buffer>) {
        chunks.push(chunk);
        size += chunk.length;
        if (size > LONGEST_ANSWER) throw new Error(`an answer of more than ${LONGEST_ANSWER} bytes`);
      }
    } catch (error) {
      throw new EngineTrouble("docker_unreachable", `${this.label}: ${(error as Error).message}`, { cause: error });
    } finally {
      clearTimeout(late);
    }
    return Buffer.concat(chunks).toString();
  }
}

function messageOf(text: string): string | null {
  try {
    const { message } = JSON.parse(text) as { message?: unknown };
    return typeof message === "string" ? message : null;
  } catch {
    return null;
  }
}

function olderOf(a: string, b: string): string {
  const [majorA = 0, minorA = 0] = a.split(".").map(Number);
  const [majorB = 0, minorB = 0] = b.split(".").map(Number);
  return majorA < majorB || (majorA === majorB && minorA < minorB) ? a : b;
}

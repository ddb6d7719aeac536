/** What goes wrong between here and an API server: it answered no, or it did not answer. */

/** The body of an error of the API (`kind: Status`). */
export interface ApiStatus {
  readonly message?: string;
  readonly reason?: string;
  readonly details?: {
    readonly name?: string;
    readonly kind?: string;
    readonly retryAfterSeconds?: number;
    readonly causes?: readonly ApiCause[];
  };
}

/** One of several reasons: of a field, say. */
export interface ApiCause {
  readonly reason?: string;
  readonly message?: string;
  readonly field?: string;
}

/** The API server answered, and its answer is no. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  /** Of HTTP. */
  readonly status: number;
  /** `NotFound`, `AlreadyExists`, `Forbidden`, ...; empty if the answer was none of the API's own. */
  readonly reason: string;
  readonly retryAfterSeconds: number | undefined;
  readonly causes: readonly ApiCause[];

  constructor(status: number, body: string) {
    const said = readStatus(body);
    super(said.message ?? (body.trim().slice(0, 500) || `HTTP status ${status}`));
    this.status = status;
    this.reason = said.reason ?? "";
    this.retryAfterSeconds = said.details?.retryAfterSeconds;
    this.causes = said.details?.causes ?? [];
  }
}

/** No answer, or only a part of one. */
export class Unreachable extends Error {
  override readonly name = "Unreachable";
  /** Of Node.js: `ECONNREFUSED`, `ENOTFOUND`, `CERT_HAS_EXPIRED`, ... */
  readonly code: string;
  readonly server: string;

  constructor(server: string, cause: unknown) {
    const { code = "", message = String(cause) } = cause as { readonly code?: string; readonly message?: string };
    super(`the API server at ${server} ${inWords(code, message)}`, { cause });
    this.code = code;
    this.server = server;
  }
}

/** True if waiting may help: the server is away, starting, or has too much to do. */
export function isPassing(error: unknown): boolean {
  if (error instanceof Unreachable) return !isTlsTrouble(error.code);
  return error instanceof ApiError && (error.status === 408 || error.status === 429 || error.status >= 500);
}

/** True if there is no such object (any more). */
export function isNotFound(error: unknown): boolean {
  return error instanceof ApiError && error.status === 404;
}

/** Who is asked for is not let in (401), or may not do that (403). */
export function isRefusal(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 401 || error.status === 403);
}

export function isTlsTrouble(code: string): boolean {
  return /CERT|SELF_SIGNED|UNABLE_TO|ERR_TLS|ERR_SSL|CRL|EPROTO/.test(code);
}

export function isDnsTrouble(code: string): boolean {
  return code === "ENOTFOUND" || code === "EAI_AGAIN";
}

function inWords(code: string, message: string): string {
  if (isDnsTrouble(code)) return `cannot be found: its name has no address (${code})`;
  if (code === "ECONNREFUSED") return "refuses connections: nothing listens there";
  if (code === "ETIMEDOUT" || code === "EHOSTUNREACH" || code === "ENETUNREACH")
    return `cannot be reached from here (${code})`;
  if (code === "ECONNRESET" || code === "EPIPE") return "cut the connection off";
  if (isTlsTrouble(code)) return `shows a certificate that is not trusted here: ${message}`;
  return `gave no answer: ${message}`;
}

function readStatus(body: string): ApiStatus {
  try {
    const parsed = JSON.parse(body) as ApiStatus & { readonly kind?: string };
    return parsed.kind === "Status" ? parsed : {};
  } catch {
    return {};
  }
}

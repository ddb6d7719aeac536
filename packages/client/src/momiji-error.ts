/** What a server refuses, and what keeps us from it, as one class. */

/** A field that does not fit, as in Airflow's 422 answers. */
export interface Problem {
  /** The way to it: `["body", "logical_date"]`, `["query", "limit"]`. */
  readonly loc: readonly (string | number)[];
  readonly msg: string;
  /** Pydantic's word: `missing`, `extra_forbidden`, `value_error`. */
  readonly type?: string;
  readonly input?: unknown;
}

interface Refused {
  readonly status: number;
  readonly code: string;
  readonly remedy?: string | undefined;
  readonly requestId?: string | undefined;
  readonly retryAfterSeconds?: number | undefined;
  readonly body?: unknown;
  readonly cause?: unknown;
}

export class MomijiError extends Error {
  override readonly name = "MomijiError";
  /** Of the answer; 0: there was none. */
  readonly status: number;
  /**
   * Match on this: a code of docs/reference/errors.md. `unreachable`: no answer came. `http_404` and the like: whoever
   * answered gave no code, such as a proxy.
   */
  readonly code: string;
  /** What to do about it, in words. */
  readonly remedy: string | undefined;
  /** Under this the server's log tells of it. */
  readonly requestId: string | undefined;
  /** How long the server asks to wait before the next try, in seconds. */
  readonly retryAfterSeconds: number | undefined;
  /** The whole answer: its JSON, or else its text. */
  readonly body: unknown;

  constructor(message: string, { cause, ...refused }: Refused) {
    super(message, cause === undefined ? {} : { cause });
    this.status = refused.status;
    this.code = refused.code;
    this.remedy = refused.remedy;
    this.requestId = refused.requestId;
    this.retryAfterSeconds = refused.retryAfterSeconds;
    this.body = refused.body;
  }

  /** Airflow's `detail`: a text, a list of problems, or an object. */
  get detail(): unknown {
    return (this.body as { readonly detail?: unknown } | null | undefined)?.detail;
  }

  /** The fields that do not fit; empty if it is not about fields. */
  get problems(): readonly Problem[] {
    return Array.isArray(this.detail) ? (this.detail as readonly Problem[]) : [];
  }
}

/** Reads an answer that is no success. */
export async function refusal(response: Response): Promise<MomijiError> {
  const { status, headers } = response;
  const body = readJson(await response.text());
  const { code, remedy } = (body ?? {}) as { readonly code?: unknown; readonly remedy?: unknown };
  return new MomijiError(wordsOf(body) ?? `the server answered ${status} ${response.statusText}`.trimEnd(), {
    status,
    code: typeof code === "string" ? code : `http_${status}`,
    remedy: typeof remedy === "string" ? remedy : undefined,
    requestId: headers.get("x-request-id") ?? undefined,
    retryAfterSeconds: retryAfterOf(headers),
    body,
  });
}

/** No answer: the name is unknown, nobody listens, the connection broke, the certificate is not believed. */
export function unreachable(url: string, cause: unknown): MomijiError {
  const { origin } = new URL(url);
  return new MomijiError(`the server at ${origin} does not answer${becauseOf(cause)}`, {
    status: 0,
    code: "unreachable",
    remedy: "see that the address is right, that the server runs, and that nothing stands between",
    cause,
  });
}

function becauseOf(cause: unknown): string {
  // Node keeps what went wrong beneath; browsers tell nothing.
  const inner = (cause as { readonly cause?: unknown } | null)?.cause ?? cause;
  const { code, message } = (inner ?? {}) as { readonly code?: unknown; readonly message?: unknown };
  const words = [message, code].find((word): word is string => typeof word === "string" && word !== "");
  return words === undefined ? "" : `: ${words}`;
}

/** In seconds from the answer on; a date is read against the answer's own. */
export function retryAfterOf(headers: Headers): number | undefined {
  const text = headers.get("retry-after")?.trim();
  if (text === undefined || text === "") return undefined;
  if (/^\d+$/.test(text)) return Number(text);
  const seconds = (Date.parse(text) - Date.parse(headers.get("date") ?? "")) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}

function wordsOf(body: unknown): string | undefined {
  const { detail } = (body ?? {}) as { readonly detail?: unknown };
  if (Array.isArray(detail)) return detail.map(problemWords).join("; ");
  if (typeof detail === "string") return detail;
  const { message, reason } = (detail ?? {}) as { readonly message?: unknown; readonly reason?: unknown };
  return [message, reason].find((word): word is string => typeof word === "string");
}

/** `limit: Input should be a valid integer`: where it is, without the part of the request that everybody knows. */
function problemWords({ loc = [], msg = "" }: Partial<Problem>): string {
  const field = loc.slice(1).join(".");
  return field === "" ? msg : `${field}: ${msg}`;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

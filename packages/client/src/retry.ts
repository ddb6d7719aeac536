/** Asks again what the server was too busy for, if asking twice does no harm. */
import { retryAfterOf } from "./momiji-error.ts";
import { backoffSeconds, pause as pauseByTimer, type Pause } from "./pause.ts";

export type Fetch = (request: Request) => Promise<Response>;

export interface RetryOptions {
  /** How often a call is sent at most; 1: never again. By default 4. */
  readonly attempts?: number;
  /** A server that asks to wait longer than this is not waited for: its answer is an error. By default 60. */
  readonly longestSeconds?: number;
  /** How to wait; by default with a timer. */
  readonly pause?: Pause;
}

/** Sent twice they do what they do once. A POST or PATCH is never repeated: nobody can tell what the first one did. */
const IDEMPOTENT = new Set(["GET", "HEAD", "PUT", "DELETE"]);

/** The server has done nothing yet. */
const BUSY = new Set([429, 503]);

export function retrying(send: Fetch, options: RetryOptions): Fetch {
  const { attempts = 4, longestSeconds = 60, pause = pauseByTimer } = options;
  return async (request) => {
    for (let sent = 1; ; sent++) {
      const isLast = sent >= attempts || !IDEMPOTENT.has(request.method);
      // A request can be sent once.
      const response = await send(isLast ? request : request.clone());
      if (isLast || !BUSY.has(response.status)) return response;
      const seconds = retryAfterOf(response.headers) ?? backoffSeconds(sent - 1);
      if (seconds > longestSeconds) return response;
      await response.body?.cancel();
      await pause(seconds, request.signal);
    }
  };
}

/** Talks to the running server of a home. */
import { userInfo } from "node:os";
import { CliError } from "./errors.ts";
import { type Home, readServerFile } from "./home.ts";

export interface Client {
  get(path: string): Promise<unknown>;
  send(method: "POST" | "PUT" | "PATCH" | "DELETE", path: string, body?: unknown): Promise<unknown>;
}

/**
 * `as`: in whose name it is done; by default the user of this machine.
 * @throws CliError `no_server` if no server is known for the home.
 */
export function connect(home: Home, as: string = userName()): Client {
  const server = readServerFile(home);
  if (server === null) throw new CliError("no_server", `no server runs on the home ${home.folder}`);
  const call = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await reach(`${server.address}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${server.token}`,
        // Who acts, and through what, for the event log.
        "x-momiji-user": encodeURIComponent(as),
        "x-momiji-client": "cli",
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return answerOf(response.status, await response.text());
  };
  const reach = async (url: string, init: RequestInit): Promise<Response> => {
    try {
      return await fetch(url, init);
    } catch {
      throw new CliError("no_server", `the server at ${server.address} (process ${server.pid}) does not answer`);
    }
  };
  return { get: (path) => call("GET", path), send: call };
}

/** For the event log. A user without a name (a container with a bare number) is told by that number. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.() ?? "");
  }
}

/** What the server answered. @throws CliError `not_found`, `refused` */
export function answerOf(status: number, text: string): unknown {
  const answer = readAnswer(text);
  if (status >= 200 && status < 300) return answer;
  throw refusal(status, answer);
}

function readAnswer(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function refusal(status: number, answer: unknown): CliError {
  const { detail, remedy } = (answer ?? {}) as { detail?: unknown; remedy?: string };
  const message = Array.isArray(detail)
    ? detail
        .map(({ loc, msg }: { loc?: string[]; msg?: string }) => `${(loc ?? []).slice(1).join(".")}: ${msg ?? ""}`)
        .join("; ")
    : typeof detail === "string"
      ? detail
      : ((detail as { message?: string } | null | undefined)?.message ?? `the server answered ${status}`);
  return new CliError(status === 404 ? "not_found" : "refused", message, ...(remedy === undefined ? [] : [remedy]));
}

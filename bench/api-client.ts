/** Talks to a running server as clients do, and asks it as often as it takes. */
import { readFileSync } from "node:fs";
import { get } from "node:http";
import { join } from "node:path";

export interface ServerAddress {
  readonly home: string;
  readonly port: number;
  readonly pid: number;
}

export interface ApiClient {
  /** Resolves at the first 200 of the health page. */
  served(): Promise<void>;
  get<Answer>(path: string): Promise<Answer>;
  post<Answer>(path: string, body: unknown): Promise<Answer>;
  patch<Answer>(path: string, body: unknown): Promise<Answer>;
  /** Asks until the answer is as wanted; that there is no such thing yet is no answer. */
  until<Answer>(path: string, isWanted: (answer: Answer) => boolean): Promise<Answer>;
}

/** Between two questions; what is measured is late by so much at the most. */
const PAUSE_MILLIS = 2;
const PATIENCE_MILLIS = 120_000;

export function apiOf(address: ServerAddress): ApiClient {
  const send = async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> => {
    const { status, text } = await ask(address, { method, path, body });
    if (status >= 300) throw new Error(`${method} ${path}: ${status} ${text}`);
    return JSON.parse(text) as Answer;
  };
  return {
    served: () => patiently(async () => ((await isServed(address.port)) ? true : null)).then(() => undefined),
    get: (path) => send("GET", path),
    post: (path, body) => send("POST", path, body),
    patch: (path, body) => send("PATCH", path, body),
    until: <Answer>(path: string, isWanted: (answer: Answer) => boolean) =>
      patiently(async () => {
        const { status, text } = await ask(address, { method: "GET", path });
        const answer = status === 200 ? (JSON.parse(text) as Answer) : null;
        return answer !== null && isWanted(answer) ? answer : null;
      }),
  };
}

interface Question {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
}

async function ask(
  address: ServerAddress,
  { method, path, body }: Question,
): Promise<{ status: number; text: string }> {
  const authorization = `Bearer ${tokenOf(address)}`;
  const content = body === undefined ? {} : { body: JSON.stringify(body) };
  const type = body === undefined ? {} : { "content-type": "application/json" };
  const response = await fetch(`http://127.0.0.1:${address.port}${path}`, {
    method,
    headers: { authorization, ...type },
    ...content,
  });
  return { status: response.status, text: await response.text() };
}

/** `attempt` answers null as long as there is nothing to answer. */
async function patiently<Answer>(attempt: () => Promise<Answer | null>): Promise<Answer> {
  for (const start = performance.now(); performance.now() - start < PATIENCE_MILLIS;) {
    const answer = await attempt();
    if (answer !== null) return answer;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLIS));
  }
  throw new Error(`what was waited for did not come in ${PATIENCE_MILLIS / 1000} s`);
}

function isServed(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get({ host: "127.0.0.1", port, path: "/api/v2/monitor/health", agent: false }, (response) => {
      response.resume().once("end", () => resolve(response.statusCode === 200));
    });
    request.once("error", () => resolve(false));
  });
}

/** A file that a killed server has left is not the new one's. */
function tokenOf({ home, pid }: ServerAddress): string {
  const info = JSON.parse(readFileSync(join(home, "server.json"), "utf8")) as { token: string; pid: number };
  if (info.pid !== pid) throw new Error(`server.json of ${home} is of process ${info.pid}, not ${pid}`);
  return info.token;
}

/** Replays recorded requests against a real server: status, kind of body, and the answer field by field. */
import { BEFORE } from "./api/between.ts";
import { difference } from "./api/compare.ts";
import { ADMIN_PASSWORD, type Answer, type RealServer, startRealServer } from "./api/real-server.ts";
import { type ReplayedCase, type ReplayResult, summarise } from "./replay.ts";

interface Pair {
  readonly seq: number;
  readonly name: string;
  readonly as: string | null;
  readonly method: string;
  readonly path: string;
  readonly query?: { readonly [name: string]: unknown };
  readonly body?: unknown;
  readonly headers?: { readonly [name: string]: string };
  readonly status: number;
  readonly content_type: string | null;
  readonly response: unknown;
  readonly shortened?: { readonly [key: string]: number };
}

export async function replayApiExamples(data: unknown): Promise<ReplayResult> {
  const { pairs } = data as { readonly pairs: readonly Pair[] };
  const server = await startRealServer();
  const cases: ReplayedCase[] = [];
  const done = new Set<number>();
  try {
    for (const pair of pairs) {
      for (const [seq, act] of Object.entries(BEFORE)) {
        if (Number(seq) > pair.seq || done.has(Number(seq))) continue;
        done.add(Number(seq));
        await act(server);
      }
      cases.push(await replayed(server, pair));
    }
  } finally {
    await server.stop();
  }
  return summarise(cases);
}

async function replayed(server: RealServer, pair: Pair): Promise<ReplayedCase> {
  const { as, method, query, headers, body } = pair;
  const answer = await server.ask({
    as,
    method,
    path: await pathHere(server, pair.path),
    ...(query === undefined ? {} : { query }),
    ...(headers === undefined ? {} : { headers }),
    ...(body === undefined ? {} : { body: bodyHere(body) }),
  });
  const why = differs(pair, answer);
  const id = `${pair.seq} ${pair.name}`;
  return { id, equal: why === null, expected: `${pair.status} (${method} ${pair.path})`, actual: why };
}

/** The one password of the recording is none here. */
function bodyHere(body: unknown): unknown {
  const { username, password } = (body ?? {}) as { readonly username?: string; readonly password?: string };
  return username === "admin" && password === "admin" ? { username, password: ADMIN_PASSWORD } : body;
}

/** Ids of runs that were made there by assets have a counterpart here. */
async function pathHere(server: RealServer, path: string): Promise<string> {
  if (!path.includes("asset_triggered__")) return path;
  const runs = "/api/v2/dags/asset_consumer/dagRuns";
  const { text } = await server.ask({ method: "GET", path: runs, query: { order_by: "id" }, as: "admin" });
  const [first] = (JSON.parse(text) as { readonly dag_runs: readonly { readonly dag_run_id: string }[] }).dag_runs;
  return path.replace(/asset_triggered__[^/]+/, encodeURIComponent(first?.dag_run_id ?? ""));
}

function differs(pair: Pair, answer: Answer): string | null {
  if (answer.status !== pair.status) return `${answer.status} ${answer.text.slice(0, 300)}`;
  const kind = (text: string | null): string => (text ?? "").split(";")[0]?.trim() ?? "";
  if (pair.response !== null && pair.content_type !== null && kind(answer.contentType) !== kind(pair.content_type)) {
    return `content type ${answer.contentType}`;
  }
  if (pair.response === null) return null;
  if (pair.path.includes("/logs/") && pair.status === 200) return differenceOfLogs(answer.text);
  const expected = pair.response;
  if (typeof expected === "string") return answer.text === "" ? "an empty text" : null;
  // A stream of lines ends with what is compared.
  const last = answer.text.trim().split("\n").at(-1) ?? "";
  return difference(expected, JSON.parse(last), {
    path: pair.path,
    ...(pair.shortened ? { shortened: pair.shortened } : {}),
  });
}

/** What a task and the engine write differs; its form does not. */
function differenceOfLogs(text: string): string | null {
  const { content } = JSON.parse(text) as { readonly content?: readonly { readonly [key: string]: unknown }[] };
  if (!Array.isArray(content) || content.length < 4) return `no lines: ${text.slice(0, 200)}`;
  const wrong = content.find(({ event, timestamp = "" }) => typeof event !== "string" || typeof timestamp !== "string");
  return wrong === undefined ? null : JSON.stringify(wrong);
}

/** Logs of attempts: as JSON page by page, as lines of JSON, or as plain text. */
import { Readable } from "node:stream";
import { isFinished, isoZ, type LogRecord } from "@momiji/core";
import type { ListedInstance } from "@momiji/store";
import type { ApiDeps } from "../api-deps.ts";
import { ApiError } from "../errors.ts";
import type { LogName, LogReader } from "../log-reader.ts";
import { answer, route, type Route, streamed } from "../route.ts";

/** Records of one answer in JSON, which is built in memory; the next ones come with its token. */
const MOST_AT_ONCE = 10_000;

export function logRoutes(deps: ApiDeps): readonly Route[] {
  return [
    route({
      method: "GET",
      path: "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/logs/{try_number}",
      operationId: "get_log",
      access: { dag: "log", may: "read" },
      schemas: async () => (await import("../schemas/task-instances.ts")).logs,
      handle: async ({ params, query, headers, dags: scope }) => {
        const { dag_id: dagId, dag_run_id: runId, task_id: taskId, try_number: tryNumber } = params;
        const name: LogName = { dagId, runId, taskId, mapIndex: query.map_index, tryNumber };
        const filter = { dagIds: [dagId], runIds: [runId], taskIds: [taskId], mapIndexes: [query.map_index] };
        const found = await deps.store.listTaskInstancesPage({ filter, page: { order: [], limit: 1 }, scope });
        const [listed] = found.rows;
        if (listed === undefined || !(await hasAttempt(deps, listed, tryNumber))) throw new ApiError("log_not_found");
        const isOver = tryNumber < listed.instance.tryNumber || isFinished(listed.instance.state);
        const fromSeq = query.token === undefined ? 1 : seqOf(query.token);
        const logs = deps.logs ?? NOTHING;
        const kinds = (headers["accept"] ?? "*/*").toLowerCase();
        if (kinds.includes("application/x-ndjson")) return asLines(logs, name, fromSeq);
        if (kinds.includes("text/plain")) return asText(logs, name, fromSeq);
        return asPage(logs, name, { fromSeq, isOver });
      },
    }),
  ];
}

const NOTHING: LogReader = {
  async *read() {
    // Nobody keeps logs here.
  },
};

async function hasAttempt({ store }: ApiDeps, { run, instance }: ListedInstance, tryNumber: number): Promise<boolean> {
  if (tryNumber === instance.tryNumber && tryNumber > 0) return true;
  const earlier = await store.listAttempts(run.runKey, instance.taskId, instance.mapIndex);
  return earlier.some((attempt) => attempt.tryNumber === tryNumber);
}

/** The token is null once the attempt has ended and everything was given. */
async function asPage(logs: LogReader, name: LogName, { fromSeq, isOver }: { fromSeq: number; isOver: boolean }) {
  const content: unknown[] = fromSeq === 1 ? sourceOf(name) : [];
  let next = fromSeq;
  let isCut = false;
  for await (const batch of logs.read(name, fromSeq)) {
    const taken = batch.slice(0, MOST_AT_ONCE - (next - fromSeq));
    content.push(...taken.map((record) => presentRecord(record)));
    next = (taken.at(-1)?.seq ?? next - 1) + 1;
    isCut = taken.length < batch.length || next - fromSeq >= MOST_AT_ONCE;
    if (isCut) break;
  }
  return { content, continuation_token: isOver && !isCut ? null : tokenOf(next) };
}

/** Where the log lies, as Airflow opens its answers: below the folder of logs, whose place is nobody's business. */
function sourceOf({ dagId, runId, taskId, mapIndex, tryNumber }: LogName): { readonly event: string }[] {
  const mapped = mapIndex < 0 ? "" : `/map_index=${mapIndex}`;
  const path = `dag_id=${dagId}/run_id=${runId}/task_id=${taskId}${mapped}/attempt=${tryNumber}.log`;
  return [{ event: "::group::Log message source details" }, { event: path }, { event: "::endgroup::" }];
}

/** Names of loggers as Airflow has them, where it has them. */
const LOGGERS: { readonly [source: string]: string } = { stdout: "task.stdout", stderr: "task.stderr" };

/** Airflow's `StructuredLogMessage`. */
function presentRecord({ at, message, level, source }: LogRecord) {
  return { timestamp: isoZ(at), event: message, level, logger: LOGGERS[source] ?? source };
}

function asLines(logs: LogReader, name: LogName, fromSeq: number) {
  async function* lines() {
    for await (const batch of logs.read(name, fromSeq)) {
      yield batch.map((record) => `${JSON.stringify(presentRecord(record))}\n`).join("");
    }
  }
  return streamed(Readable.from(lines()), "application/x-ndjson");
}

async function asText(logs: LogReader, name: LogName, fromSeq: number) {
  async function* lines() {
    for await (const batch of logs.read(name, fromSeq)) {
      yield batch
        .map(
          ({ at, level, message, source }) =>
            `[${isoZ(at)}] ${level.toUpperCase()} ${LOGGERS[source] ?? source} - ${message}\n`,
        )
        .join("");
    }
  }
  return answer(200, Readable.from(lines()), { "content-type": "text/plain; charset=utf-8" });
}

function tokenOf(seq: number): string {
  return Buffer.from(`seq ${seq}`).toString("base64url");
}

/** @throws ApiError `bad_log_token` */
function seqOf(token: string): number {
  const found = /^seq (?<seq>[1-9]\d{0,14})$/.exec(Buffer.from(token, "base64url").toString("utf8"));
  if (found === null) throw new ApiError("bad_log_token");
  return Number(found.groups?.["seq"]);
}

/** Where the lines of an attempt are read. */
import type { components, LogLine } from "@momiji/client";
import { client } from "../../../api/client.ts";
import { BASE_URL } from "../../../api/place.ts";

const LOG =
  "/api/momiji/v1/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}/attempts/{try_number}/log";

export interface AttemptName {
  readonly dagId: string;
  readonly runId: string;
  readonly taskId: string;
  /** -1: not mapped. */
  readonly mapIndex: number;
  readonly tryNumber: number;
}

/** Levels and sources that are shown; of an empty list all. */
export interface LineFilter {
  readonly level: readonly string[];
  readonly src: readonly string[];
}

const EVERYTHING: LineFilter = { level: [], src: [] };

export interface LogPage {
  readonly lines: readonly LogLine[];
  /** How many the whole log has. */
  readonly count: number;
}

export type Wanted = { readonly from: number; readonly limit: number } | { readonly tail: number };

export class LogSource {
  readonly name: AttemptName;

  constructor(name: AttemptName) {
    this.name = name;
  }

  get #path() {
    const { dagId, runId, taskId, mapIndex, tryNumber } = this.name;
    return { dag_id: dagId, dag_run_id: runId, task_id: taskId, map_index: mapIndex, try_number: tryNumber };
  }

  async page(wanted: Wanted, filter: LineFilter = EVERYTHING): Promise<LogPage> {
    const query = { ...wanted, ...queryOf(filter) };
    const { data, response } = await client.http.get(LOG, { params: { path: this.#path, query }, parseAs: "text" });
    // Of an answer without a body there is none.
    const lines = linesOf(data ?? "");
    return { lines, count: Number(response.headers.get("x-log-lines") ?? lines.at(-1)?.n ?? 0) };
  }

  index(): Promise<components["schemas"]["LogIndex"]> {
    return client.get(`${LOG}/index`, { params: { path: this.#path } });
  }

  search(text: string, filter: LineFilter, signal: AbortSignal): Promise<components["schemas"]["LogHits"]> {
    const query = { q: text, ...queryOf(filter) };
    return client.get(`${LOG}/search`, { params: { path: this.#path, query }, signal });
  }

  /** Of the whole log as text. */
  get rawUrl(): string {
    return `${this.linesUrl}/raw`;
  }

  /** Of its lines as NDJSON. */
  get linesUrl(): string {
    const path: { readonly [name: string]: string | number } = this.#path;
    return `${BASE_URL}${LOG.replaceAll(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(String(path[name])))}`;
  }

  /** `DAG.RUN.TASK.TRY.log`; of mapped instances with the index after the task. */
  get fileName(): string {
    const { dagId, runId, taskId, mapIndex, tryNumber } = this.name;
    return [dagId, runId, taskId, ...(mapIndex < 0 ? [] : [mapIndex]), tryNumber, "log"].join(".");
  }

  /** For live events: lines from a number on. */
  topic(from: number): string {
    const { dagId, runId, taskId, mapIndex, tryNumber } = this.name;
    return `log:${dagId}/${runId}/${taskId}/${mapIndex}/${tryNumber}@${from}`;
  }
}

export function queryOf({ level, src }: LineFilter) {
  return { ...(level.length === 0 ? {} : { level: [...level] }), ...(src.length === 0 ? {} : { src: [...src] }) };
}

function linesOf(text: string): readonly LogLine[] {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as LogLine);
}

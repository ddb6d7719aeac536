/** What a trigger sends, and the same as a command. Pure. */
import type { Value } from "./params.ts";

export interface RunRequest {
  /** `at`: that of `logicalDate`. */
  readonly when: "now" | "none" | "at";
  /** ISO 8601, UTC; null: none is written yet. */
  readonly logicalDate: string | null;
  readonly runId: string;
  readonly runAfter: string | null;
  readonly note: string;
}

export const USUAL_REQUEST: RunRequest = { when: "now", logicalDate: null, runId: "", runAfter: null, note: "" };

export interface TriggerBody {
  readonly logical_date: string | null;
  readonly conf: { readonly [name: string]: Value };
  readonly dag_run_id?: string;
  readonly run_after?: string;
  readonly note?: string;
}

/** @param now ISO 8601, UTC */
export function bodyOf(request: RunRequest, conf: TriggerBody["conf"], now: string): TriggerBody {
  const { when, logicalDate, runId, runAfter, note } = request;
  return {
    logical_date: when === "none" ? null : when === "now" ? now : logicalDate,
    conf,
    ...(runId === "" ? {} : { dag_run_id: runId }),
    ...(runAfter === null ? {} : { run_after: runAfter }),
    ...(note === "" ? {} : { note }),
  };
}

/** For a shell: nothing in it is read by it. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

export function asCurl(baseUrl: string, dagId: string, body: TriggerBody): string {
  const url = `${baseUrl}/api/v2/dags/${encodeURIComponent(dagId)}/dagRuns`;
  return [
    `curl -X POST ${quoted(url)}`,
    `-H "Authorization: Bearer $MOMIJI_TOKEN"`,
    `-H 'Content-Type: application/json'`,
    `-d ${quoted(JSON.stringify(body))}`,
  ].join(" \\\n  ");
}

/** Null: the command cannot say that a run belongs to no date. */
export function asCommand(dagId: string, { logical_date: date, conf, dag_run_id: runId }: TriggerBody): string | null {
  if (date === null) return null;
  return [
    "momiji dags trigger",
    dagId,
    ...(runId === undefined ? [] : [`--run-id ${quoted(runId)}`]),
    `--logical-date ${quoted(date)}`,
    ...(Object.keys(conf).length === 0 ? [] : [`--conf ${quoted(JSON.stringify(conf))}`]),
  ].join(" ");
}

export function asTypeScript(dagId: string, body: TriggerBody): string {
  const path = JSON.stringify({ dag_id: dagId });
  return `await client.post("/api/v2/dags/{dag_id}/dagRuns", {\n  params: { path: ${path} },\n  body: ${JSON.stringify(body)},\n});`;
}

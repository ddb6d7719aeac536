/** What the store holds, read from the file itself rather than through the product's own code. */
import { DatabaseSync } from "node:sqlite";
import { instanceKey } from "./journal.ts";

export interface RunRow {
  readonly dagId: string;
  readonly runId: string;
  readonly state: string;
}

export interface AttemptRow {
  readonly dagId: string;
  readonly runId: string;
  readonly taskId: string;
  readonly instance: string;
  readonly state: string | null;
  readonly tryNumber: number;
  readonly attemptId: string | null;
  /** `success`, `lost`, `failed`, ...; null: none yet. */
  readonly outcome: string | null;
  readonly message: string;
  /** False: history. */
  readonly isCurrent: boolean;
}

export interface StoreRows {
  readonly runs: readonly RunRow[];
  readonly attempts: readonly AttemptRow[];
  /** Values by instance and key. */
  readonly xcoms: ReadonlyMap<string, ReadonlyMap<string, unknown>>;
}

type Row = Readonly<Record<string, string | number | null>>;

export function readStore(path: string): StoreRows {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    const all = (text: string): Row[] => database.prepare(text).all() as Row[];
    const runs = all("SELECT dag_id, run_id, state FROM dag_run");
    const attempts = ["task_instance", "task_instance_history"].flatMap((table) =>
      all(`SELECT dag_id, run_id, t.* FROM ${table} t JOIN dag_run USING (run_key)`).map((row) =>
        attemptOf(row, table === "task_instance"),
      ),
    );
    const xcoms = new Map<string, Map<string, unknown>>();
    for (const row of all("SELECT dag_id, run_id, task_id, key, value FROM xcom JOIN dag_run USING (run_key)")) {
      const instance = instanceOf(row);
      const values = xcoms.get(instance) ?? new Map<string, unknown>();
      xcoms.set(instance, values.set(String(row["key"]), JSON.parse(String(row["value"]))));
    }
    return {
      runs: runs.map((row) => ({
        dagId: String(row["dag_id"]),
        runId: String(row["run_id"]),
        state: String(row["state"]),
      })),
      attempts,
      xcoms,
    };
  } finally {
    database.close();
  }
}

function attemptOf(row: Row, isCurrent: boolean): AttemptRow {
  const outcome =
    row["outcome"] === null ? null : (JSON.parse(String(row["outcome"])) as { kind: string; message?: string });
  return {
    dagId: String(row["dag_id"]),
    runId: String(row["run_id"]),
    taskId: String(row["task_id"]),
    instance: instanceOf(row),
    state: row["state"] as string | null,
    tryNumber: Number(row["try_number"]),
    attemptId: row["attempt_id"] as string | null,
    outcome: outcome?.kind ?? null,
    message: outcome?.message ?? "",
    isCurrent,
  };
}

function instanceOf(row: Row): string {
  return instanceKey(String(row["dag_id"]), String(row["run_id"]), String(row["task_id"]));
}

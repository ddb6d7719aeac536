/** Whether a connection works, as `POST /connections/test` and `momiji connections test` answer it. */
import type { ConnectionRecord } from "@momiji/core";
import type { Settings } from "../task-questions.ts";

/** Airflow's `ConnectionTestResponse`. */
export interface ConnectionTest {
  readonly status: boolean;
  /** What was found, or why it does not work; without secrets. */
  readonly message: string;
}

export interface ConnectionTester {
  /** Where a connection is looked for that is tested by its id: what the request leaves out is taken from there. */
  readonly settings: Settings;
  test(connection: ConnectionRecord): Promise<ConnectionTest>;
}

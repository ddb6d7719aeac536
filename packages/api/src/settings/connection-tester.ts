/** Whether a connection works, as `POST /connections/test` and `momiji connections test` answer it. */
import type { ConnectionRecord } from "@momiji/core";
import type { Settings } from "../task-questions.ts";

/** `look`: of a type that connects to nothing over a network, such as a file. */
export type TestStepName = "resolve" | "connect" | "authenticate" | "look";

/** How far a test came. What was not begun, since a step before it failed, is not told. */
export interface TestStep {
  readonly step: TestStepName;
  readonly ok: boolean;
  readonly millis: number;
  /** What was found, or why it does not work; without secrets. */
  readonly message: string;
}

/** Airflow's `ConnectionTestResponse`, and the steps beside it. */
export interface ConnectionTest {
  readonly status: boolean;
  /** What was found, or why it does not work; without secrets. */
  readonly message: string;
  readonly steps: readonly TestStep[];
}

export interface ConnectionTester {
  /** Where a connection is looked for that is tested by its id: what the request leaves out is taken from there. */
  readonly settings: Settings;
  /** Types that can be tested. */
  readonly types: readonly string[];
  test(connection: ConnectionRecord): Promise<ConnectionTest>;
}

import { expect, test } from "vitest";
import { missingConnection, setVariableHint } from "./missing-settings.ts";

test("what is missing can be set by copying what is said", () => {
  expect(setVariableHint("region")).toBe(
    "set it with `momiji variables set region VALUE`, or in the environment as MOMIJI_VAR_REGION or AIRFLOW_VAR_REGION",
  );
  expect(missingConnection("db")).toBe(
    'there is no connection "db": add it with `momiji connections add db --conn-uri URI`, or in the environment as MOMIJI_CONN_DB or AIRFLOW_CONN_DB',
  );
});

/** The API beside Airflow's document. */
import { expect, test } from "vitest";
import { airflowOperations, differences, ownOperations } from "./openapi-differences.ts";

test("every operation of Airflow is answered, under its own name", async () => {
  const { missing, renamed } = differences(airflowOperations(), await ownOperations());
  expect([missing, renamed]).toEqual([[], []]);
});

test("what is missing, named otherwise or ours alone is seen, whatever parameters are called", () => {
  const get = (path: string, operationId: string) => ({ method: "GET", path, operationId });
  const airflow = [get("/a/{x}", "a"), get("/b", "b"), get("/c", "c")];
  const ours = [get("/a/{y}", "a"), get("/b", "other"), get("/d", "d")];
  expect(differences(airflow, ours)).toEqual({
    missing: [airflow[2]],
    renamed: [{ airflow: airflow[1], ours: "other" }],
    extra: [ours[2]],
  });
});

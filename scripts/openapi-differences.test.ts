/** The API beside Airflow's document. */
import { expect, test } from "vitest";
import {
  airflowAnswers,
  airflowOperations,
  answerDifferences,
  differences,
  OTHERWISE,
  ownAnswers,
  ownOperations,
} from "./openapi-differences.ts";

test("every operation of Airflow is answered, under its own name", () => {
  const { missing, renamed } = differences(airflowOperations(), ownOperations());
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

test("every property of Airflow's answers is in ours under the same name, but for those that are listed", () => {
  const airflow = airflowAnswers();
  expect(answerDifferences(airflow, ownAnswers())).toEqual([]);
  expect(Object.keys(OTHERWISE).filter((name) => airflow[name] === undefined)).toEqual([]);
});

test("a property that ours lack is seen, and so is a component", () => {
  const airflow = { A: ["x", "y"], B: ["z"], PluginResponse: ["macros"] };
  expect(answerDifferences(airflow, { A: ["x", "own"] })).toEqual(["A.y", "B"]);
});

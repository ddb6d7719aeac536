/** What a trigger sends. */
import { expect, test } from "vitest";
import { asCommand, asCurl, bodyOf, USUAL_REQUEST } from "./run-request.ts";

const NOW = "2026-11-22T03:00:00Z";

test("what is not said is not sent, and no date is null", () => {
  expect(bodyOf(USUAL_REQUEST, { a: 1 }, NOW)).toEqual({ logical_date: NOW, conf: { a: 1 } });
  expect(bodyOf({ ...USUAL_REQUEST, when: "none", note: "again", runId: "mine" }, {}, NOW)).toEqual({
    logical_date: null,
    conf: {},
    dag_run_id: "mine",
    note: "again",
  });
});

test("commands carry any text unharmed", () => {
  const body = bodyOf(USUAL_REQUEST, { user: "o'neil $HOME" }, NOW);
  const conf = `'{"user":"o'\\''neil $HOME"}'`;
  expect(asCommand("d", body)).toBe(`momiji dags trigger d --logical-date '${NOW}' --conf ${conf}`);
  expect(asCommand("d", { ...body, logical_date: null })).toBeNull();
  expect(asCurl("http://h/base", "a b", body)).toContain("'http://h/base/api/v2/dags/a%20b/dagRuns'");
});

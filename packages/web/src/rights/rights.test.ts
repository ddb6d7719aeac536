import { expect, test } from "vitest";
import { missingRight } from "./rights.ts";

const right = (allowed: boolean) =>
  ({ of: "run", may: "create", permission: "can_create on DAG Runs", role: "User", allowed }) as const;

test("what no role of theirs allows names the right and the role that has it", () => {
  const given = { rights: [right(false)], dags: { edit: null, delete: null } };
  expect(missingRight(given, { of: "run", may: "create", dagId: "etl" })).toEqual({
    permission: "can_create on DAG Runs",
    role: "User",
  });
});

test("what is allowed in some DAGs is missing in the others", () => {
  const given = { rights: [right(true)], dags: { edit: ["etl"], delete: [] } };
  expect(missingRight(given, { of: "run", may: "create", dagId: "etl" })).toBeNull();
  expect(missingRight(given, { of: "run", may: "create", dagId: "other" })).toEqual({ dagId: "other" });
});

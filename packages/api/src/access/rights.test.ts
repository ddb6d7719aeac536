/** What users are told that they may do is what they may. */
import { expect, test } from "vitest";
import { installation, OWN } from "./matrix.testing.ts";

test("whoever may change one DAG alone is told which", async () => {
  const at = await installation();
  const permissions = ["can_read", "can_edit"].flatMap((action) => [
    { action, resource: `DAG:${OWN}` },
    { action, resource: "DAG Runs" },
  ]);
  await at.store.putRole({ name: "Guests", permissions }, { now: 0, events: [] });
  const { call } = await at.user("guest", ["Guests"]);
  const { body } = await call("GET", "/api/momiji/v1/shell");
  expect(body.dags).toEqual({ edit: [OWN], delete: [] });
  const rights = body.rights as readonly { of: string; may: string; allowed: boolean }[];
  const allowed = rights.flatMap(({ of, may, allowed: is }) => (is && of !== "dag" ? [`${may} ${of}`] : []));
  expect(allowed.toSorted()).toEqual(["edit run", "read run"]);
});

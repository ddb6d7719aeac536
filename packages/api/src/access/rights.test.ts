/** What users are told that they may do is what they may. */
import { expect, test } from "vitest";
import { HIDDEN, installation, OWN } from "./matrix.testing.ts";

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

test("whoever switches many DAGs is shown those that they may see but not switch, and they stay as they are", async () => {
  const at = await installation();
  const permissions = [
    { action: "can_read", resource: "DAGs" },
    { action: "can_edit", resource: `DAG:${OWN}` },
  ];
  await at.store.putRole({ name: "Guests", permissions }, { now: 0, events: [] });
  const { call } = await at.user("guest", ["Guests"]);
  const asked = { action: "pause", query: {}, body: { is_paused: true } };
  const { body: shown } = await call("POST", "/api/momiji/v1/preview", asked);
  expect(shown).toMatchObject({ total: 1, items: [{ key: { dag_id: OWN } }], refused: [HIDDEN] });
  expect((await at.admin("POST", "/api/momiji/v1/preview", asked)).body).toMatchObject({ total: 2, refused: [] });
  expect((await call("PATCH", "/api/v2/dags", { is_paused: true })).body).toMatchObject({ total_entries: 1 });
  expect(await at.store.listDags({ dagIds: [HIDDEN] })).toMatchObject([{ isPaused: false }]);
});

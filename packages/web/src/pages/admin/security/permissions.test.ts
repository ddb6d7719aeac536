import { expect, test } from "vitest";
import { bodyOf, differences, grantedBy, hasAction, resourcesOf, toggled } from "./permissions.ts";

const permission = (action: string, resource: string) => ({ action: { name: action }, resource: { name: resource } });
const ALL = [permission("can_read", "DAGs"), permission("can_edit", "DAGs"), permission("can_read", "Pools")];
const OWN = [permission("can_edit", "DAG:etl on mars"), permission("can_read", "Pools")];

test("the lines are all things, and the DAGs that the role names", () => {
  expect(resourcesOf(ALL, OWN)).toEqual(["DAGs", "Pools", "DAG:etl on mars"]);
});

test("what is ticked is sent as permissions, whatever the DAG is called", () => {
  expect(bodyOf(grantedBy(OWN))).toEqual(OWN);
});

test("a tick is set and taken away again, and the difference is counted", () => {
  const before = grantedBy(OWN);
  const after = toggled(before, "can_read on DAGs");
  expect(differences(before, after)).toBe(1);
  expect(differences(before, toggled(after, "can_read on DAGs"))).toBe(0);
});

test("nothing is created in one DAG", () => {
  expect(hasAction("DAG:etl", "can_create")).toBe(false);
  expect(hasAction("Pools", "can_create")).toBe(true);
});

import { expect, test } from "vitest";
import { itemOf, offered } from "./items.ts";

const ITEMS = [
  itemOf({ section: "dags", id: "d1", title: "nightly", href: "/dags/nightly", tags: ["gold"], owners: ["sato"] }),
  itemOf({ section: "dags", id: "d2", title: "billing", href: "/dags/billing", tags: ["silver"], owners: ["ann"] }),
  itemOf({ section: "actions", id: "a", title: "Clear failed tasks", act: () => undefined }),
  itemOf({ section: "settings", id: "s", title: "Theme: dark", act: () => undefined }),
  itemOf({ section: "pages", id: "p", title: "Pools", href: "/pools" }),
];
const titles = (typed: string) => offered(ITEMS, typed).flatMap(({ items }) => items.map(({ title }) => title));

test("nothing typed: what can be done here, and the pages", () =>
  expect(titles("")).toEqual(["Clear failed tasks", "Pools"]));
test("> offers what can be done alone", () => expect(titles(">")).toEqual(["Clear failed tasks", "Theme: dark"]));
test("> narrows what can be done", () => expect(titles("> dark")).toEqual(["Theme: dark"]));
test("# finds by tag", () => expect(titles("#gol")).toEqual(["nightly"]));
test("@ finds by owner", () => expect(titles("@ann")).toEqual(["billing"]));
test("a name is found wherever it stands", () => expect(titles("bill")).toEqual(["billing"]));
test("a name that begins so comes before an act that has the letters somewhere", () => {
  const task = itemOf({ section: "tasks", id: "t", title: "load_orders", href: "/dags/nightly/tasks/load_orders" });
  const act = itemOf({ section: "actions", id: "l", title: "Copy link to this page", act: () => undefined });
  const [first] = offered([act, task], "loa");
  expect(first?.items).toEqual([task]);
});

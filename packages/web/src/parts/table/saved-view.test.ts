import { expect, test } from "vitest";
import { readViews, type SavedView, viewsOf, withoutView, withView } from "./saved-view.ts";

const view = (name: string, more: Partial<SavedView> = {}): SavedView => ({
  list: "dags",
  name,
  search: { state: ["failed"] },
  ...more,
});

test("what is no view is left out", () => {
  const kept = [view("a"), null, 3, { list: "dags" }, { ...view("b"), search: "x" }];
  expect(readViews(kept)).toEqual([view("a")]);
  expect(readViews({})).toEqual([]);
});

test("a view takes the place of the one with its name, in its own list only", () => {
  const views = [view("a"), view("a", { list: "runs" })];
  const after = withView(views, view("a", { search: { q: "x" } }));
  expect(viewsOf(after, "dags")).toEqual([view("a", { search: { q: "x" } })]);
  expect(viewsOf(after, "runs")).toHaveLength(1);
});

test("a view is taken away by its name", () => {
  expect(withoutView([view("a"), view("b")], view("a"))).toEqual([view("b")]);
});

import { expect, test } from "vitest";
import { hasTemplates, loadRenderer } from "./load-renderer.ts";
import { sampleContext } from "./sample-context.ts";

test("values with a tag anywhere have templates", () => {
  expect(["{{ x }}", "a {% if x %}", "{# c #}", ["a", { b: "{{ c }}" }]].map(hasTemplates)).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(["", "a { b } % #", 5, null, ["a"], { "{{ key }}": 1 }].map(hasTemplates)).toEqual(Array(6).fill(false));
});

test("the renderer is loaded once", async () => {
  const renderer = await loadRenderer();
  expect(renderer.renderTemplate("{{ ds }}", sampleContext(), { style: "json" })).toBe("2026-03-07");
  expect(await loadRenderer()).toBe(renderer);
});

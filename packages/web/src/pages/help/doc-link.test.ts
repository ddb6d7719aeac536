import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { docPlace, slugOf } from "./doc-link.ts";

describe("a link of the documentation", () => {
  test.each([
    ["guides/bash.md", "", { name: "guides/bash", hash: "" }],
    ["../concepts/retries.md#delays", "guides/bash", { name: "concepts/retries", hash: "delays" }],
    ["ecs.md#failures", "guides/docker", { name: "guides/ecs", hash: "failures" }],
    ["#failures", "guides/docker", { name: "guides/docker", hash: "failures" }],
    ["../README.md", "guides/docker", { name: "", hash: "" }],
    ["../adr/0003-store-queries.md", "guides/docker", null],
    ["../../examples/approval.ts", "concepts/human-in-the-loop", null],
    ["https://example.com/guides/bash.md", "guides/docker", null],
    ["javascript:alert(1)", "", null],
  ])("%s on %s", (href, from, place) => {
    expect(docPlace(href, from)).toEqual(place);
  });
});

test.each([
  ["When a task does not run", "when-a-task-does-not-run"],
  ["`momiji db check`, and then?", "momiji-db-check-and-then"],
  ["Roles & permissions", "roles--permissions"],
  ["実行_1", "実行_1"],
])("the anchor of %s", (heading, anchor) => {
  expect(slugOf(heading)).toBe(anchor);
});

test("every link between pages leads to a page and a heading that are there", () => {
  const docs = join(import.meta.dirname, "..", "..", "..", "..", "..", "docs");
  const files = globSync(["README.md", "concepts/*.md", "guides/*.md", "reference/*.md"], { cwd: docs });
  const texts = new Map<string, string>();
  for (const file of files) texts.set(file.replace(/\.md$/, ""), readFileSync(join(docs, file), "utf8"));
  const anchors = (text: string): string[] =>
    [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
      slugOf(heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1")),
    );
  const lost = [...texts].flatMap(([name, text]) =>
    [...text.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, href = ""]) => {
      const place = docPlace(href, name === "README" ? "" : name);
      if (place === null) return [];
      const there = texts.get(place.name === "" ? "README" : place.name);
      const isThere = there !== undefined && (place.hash === "" || anchors(there).includes(place.hash));
      return isThere ? [] : [`${name}: ${href}`];
    }),
  );
  expect(files.length).toBeGreaterThan(30);
  expect(lost).toEqual([]);
});

/** Every relative link of the documentation leads to a file of the project, and every page can be found from another. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

/** To be copied: its links are to be filled in. */
const TEMPLATES = new Set(["docs/adr/0000-template.md"]);

const root = fileURLToPath(new URL("..", import.meta.url));

function pages(): string[] {
  const inDocs = readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" }).map((name) =>
    join("docs", name),
  );
  const atTheTop = readdirSync(root).filter((name) => name.endsWith(".md"));
  return [...atTheTop, ...inDocs.filter((name) => name.endsWith(".md"))];
}

/** Files that a page links to, as paths from the root; links to the web and within the page are left out. */
function linksOf(page: string): string[] {
  const text = readFileSync(join(root, page), "utf8").replace(/^```[\s\S]*?^```/gm, "");
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target.replace(/#.*$/, ""));
  const files = targets.filter((target) => target !== "" && !/^[a-z]+:/.test(target));
  return files.map((target) => relative(root, resolve(root, dirname(page), target)));
}

test.each(pages().filter((page) => !TEMPLATES.has(page)))("%s links to files that exist", (page) => {
  expect(linksOf(page).filter((target) => !existsSync(join(root, target)))).toEqual([]);
});

test("every page of the documentation is linked from another", () => {
  const linked = new Set(pages().flatMap((page) => linksOf(page).filter((target) => target !== page)));
  const orphans = pages().filter((page) => page.startsWith("docs/") && !linked.has(page) && !TEMPLATES.has(page));
  expect(orphans).toEqual([]);
});

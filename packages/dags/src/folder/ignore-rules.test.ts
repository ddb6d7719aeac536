import { expect, test } from "vitest";
import { isIgnored, parseIgnoreRules } from "./ignore-rules.ts";

function ignored(text: string, path: string, isFolder = false): boolean {
  return isIgnored([parseIgnoreRules("/dags", text)], `/dags/${path}`, isFolder);
}

test.each([
  ["draft.ts", "draft.ts", true],
  ["draft.ts", "deep/er/draft.ts", true],
  ["draft.ts", "my-draft.ts", false],
  ["*_old.ts", "team/report_old.ts", true],
  ["/only-here.ts", "only-here.ts", true],
  ["/only-here.ts", "team/only-here.ts", false],
  ["team/*.ts", "team/a.ts", true],
  ["team/*.ts", "team/deep/a.ts", false],
  ["team/**/a.ts", "team/x/y/a.ts", true],
  ["report?.ts", "report1.ts", true],
  ["# comment\n\n  spaced.ts  ", "spaced.ts", true],
  ["*.ts\n!kept.ts", "kept.ts", false],
  ["a.ts\r\nb.ts\r\n", "b.ts", true],
])("%j ignores %s: %s", (text, path, expected) => {
  expect(ignored(text, path)).toBe(expected);
});

test("a pattern that ends in a slash means folders only", () => {
  expect(ignored("build/", "team/build", true)).toBe(true);
  expect(ignored("build/", "team/build", false)).toBe(false);
});

test("a file nearer to the path overrules one further up", () => {
  const chain = [parseIgnoreRules("/dags", "*.ts"), parseIgnoreRules("/dags/team", "!a.ts")];
  expect(isIgnored(chain, "/dags/team/a.ts", false)).toBe(false);
  expect(isIgnored(chain, "/dags/team/b.ts", false)).toBe(true);
});

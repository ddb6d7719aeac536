import { expect, test } from "vitest";
import { linkTarget } from "./link-target.ts";

const OWN = "https://jobs.example.com";

test.each([
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  " javascript:x",
  "data:text/html,x",
  "vbscript:x",
  "file:///etc/passwd",
])("%s leads nowhere", (href) => expect(linkTarget(href, OWN)).toBeNull());

test("a link to another server shows which", () => {
  expect(linkTarget("https://evil.example/jobs.example.com", OWN)).toEqual({
    href: "https://evil.example/jobs.example.com",
    host: "evil.example",
  });
});

test("a link into our own pages shows none", () => {
  expect(linkTarget("/dags/etl", OWN)).toEqual({ href: `${OWN}/dags/etl`, host: null });
});

import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { codeOf, DOCKER_ERRORS } from "./errors.ts";

const page = readFileSync(new URL("../../../docs/guides/docker.md", import.meta.url), "utf8");

it("the page of dockerRun has the same table of failures", () => {
  const rows = Object.entries(DOCKER_ERRORS).map(
    ([code, { meaning, remedy }]) => `| \`${code}\` | ${meaning} | ${remedy} |`,
  );
  const [, table = ""] = page.split("## Failures");
  expect(table.split("\n").filter((line) => line.startsWith("| `"))).toEqual(rows);
});

/** What engines of several years say, beside what the tests on a real one see. */
it.each<[string, number, string]>([
  ["pull access denied for x, repository does not exist or may require 'docker login'", 404, "image_denied"],
  ["Get https://r.io/v2/x: unauthorized: incorrect username or password", 500, "image_denied"],
  ["denied: requested access to the resource is denied", 500, "image_denied"],
  ["manifest for x:1 not found: manifest unknown: manifest unknown", 404, "image_missing"],
  ["no matching manifest for linux/arm64/v8 in the manifest list entries", 404, "platform_missing"],
  [
    "image with reference x was found but does not match the specified platform: wanted linux/arm64",
    404,
    "platform_missing",
  ],
  ['Get "https://r.io/v2/": context deadline exceeded (Client.Timeout exceeded)', 500, "registry_unreachable"],
  ['Get "https://r.io/v2/": x509: certificate signed by unknown authority', 500, "registry_unreachable"],
  ["failed to register layer: write /x: no space left on device", 500, "no_space"],
  ["listen tcp4 0.0.0.0:80: bind: address already in use", 500, "port_taken"],
  ['OCI runtime create failed: exec: "/x": stat /x: no such file or directory: unknown', 400, "command_not_found"],
  ["unknown or invalid runtime name: nope", 400, "runtime_missing"],
  ["something new", 400, "settings_refused"],
  ["something new", 500, "docker_error"],
])("%s (%i) is %s", (message, status, code) => {
  expect(codeOf(message, status)).toBe(code);
});

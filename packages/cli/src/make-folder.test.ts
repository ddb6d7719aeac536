import { mkdtempSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeFolder } from "./make-folder.ts";

const newPlace = (): string => mkdtempSync(join(tmpdir(), "momiji-folder-"));

test("a folder is made with those above it, and one that is there is left", () => {
  const place = newPlace();
  const folder = join(place, "a", "b");
  makeFolder(folder, 0o700);
  makeFolder(folder, 0o755);
  for (const each of [join(place, "a"), folder]) expect(statSync(each).mode & 0o777).toBe(0o700);
});

test("where there is a file, or a file above, it says so", () => {
  const file = join(newPlace(), "file");
  writeFileSync(file, "");
  expect(() => makeFolder(file)).toThrow("EEXIST");
  expect(() => makeFolder(join(file, "below", "it"))).toThrow("ENOTDIR");
});

test.runIf(process.platform === "linux")("where there can be none it ends", () => {
  expect(() => makeFolder("/proc/momiji/home")).toThrow("ENOENT");
});

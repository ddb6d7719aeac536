import { mkdtempSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { homeAt, lockHome, prepareHome, readServerFile, removeServerFile, writeServerFile } from "./home.ts";

const freshHome = () => {
  const home = homeAt(join(mkdtempSync(join(tmpdir(), "momiji-home-")), "new", "home"));
  prepareHome(home);
  return home;
};

test("a home is held by one at a time, and free again when it is let go", () => {
  const home = freshHome();
  const unlock = lockHome(home);
  expect(() => lockHome(home)).toThrow(/uses the home/);
  unlock();
  lockHome(home)();
});

test("whoever is refused is told who holds it", () => {
  const home = freshHome();
  const unlock = lockHome(home);
  writeServerFile(home, { address: "http://127.0.0.1:1", token: "t", pid: 4711, version: "0" });
  expect(() => lockHome(home)).toThrow(/process id 4711 at http:\/\/127\.0\.0\.1:1/);
  unlock();
});

test("the server's file is its owner's only, and gone when the server is", () => {
  const home = freshHome();
  writeServerFile(home, { address: "a", token: "t", pid: 1, version: "0" });
  expect(statSync(home.serverFile).mode & 0o777).toBe(0o600);
  expect(readServerFile(home)?.token).toBe("t");
  removeServerFile(home);
  expect(readServerFile(home)).toBeNull();
});

test("a home that cannot be written is refused with its path", () => {
  const file = join(mkdtempSync(join(tmpdir(), "momiji-home-")), "file");
  writeFileSync(file, "");
  expect(() => prepareHome(homeAt(join(file, "home")))).toThrow(
    /the home folder .*file\/home cannot be used: a part of the path is a file/,
  );
});

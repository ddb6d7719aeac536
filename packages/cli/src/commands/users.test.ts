import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSqliteStore } from "@momiji/store";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createContext } from "../context.ts";
import { createFirstAdmin, FIRST_ADMIN, randomPassword } from "../presets/first-admin.ts";
import { createProgram } from "../program.ts";
import { systemClock } from "../system-clock.ts";

let folder: string;

beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "momiji-users-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function momiji(...argv: readonly string[]): Promise<string> {
  let printed = "";
  const print = (text: string): void => void (printed += text);
  const context = createContext({ cwd: folder, env: { MOMIJI_HOME: join(folder, "home") }, print, warn: print });
  await createProgram(context).parseAsync(["node", "momiji", ...argv]);
  return printed;
}

test("users are made, listed, given roles, switched off and removed without a server", async () => {
  const password = ["--use-random-password"];
  const made = await momiji("users", "create", "-u", "rin", "-e", "rin@example.com", "-r", "Admin", ...password);
  expect(made).toMatch(/^Password: \S{24}\nUser rin is made with role Admin\n$/);
  await momiji("users", "create", "-u", "aoi", "-r", "Viewer", "-r", "User", "-p", "a long password");
  expect(await momiji("users", "add-role", "-u", "aoi", "-r", "Op")).toBe("User aoi has role Op, User, Viewer\n");
  expect(await momiji("users", "remove-role", "-u", "aoi", "-r", "User")).toBe("User aoi has role Op, Viewer\n");
  await momiji("users", "deactivate", "-u", "aoi");
  expect(JSON.parse(await momiji("users", "list", "-o", "json"))).toMatchObject([
    { username: "aoi", roles: "Op, Viewer", active: false },
    { username: "rin", roles: "Admin", email: "rin@example.com", active: true },
  ]);
  await momiji("users", "activate", "-u", "aoi");
  await momiji("users", "reset-password", "-u", "aoi", ...password);
  expect(await momiji("users", "delete", "-u", "aoi")).toBe("User aoi is gone\n");
  await expect(momiji("users", "delete", "-u", "aoi")).rejects.toMatchObject({ code: "not_found" });
  await expect(momiji("users", "create", "-u", "x", "-r", "User", "-p", "short")).rejects.toMatchObject({
    code: "refused",
  });
});

test("roles are made, allowed things, and removed", async () => {
  await momiji("roles", "create", "Analysts");
  const perms = ["-a", "can_read", "-r", "DAG:etl", "-r", "DAG Runs"];
  expect(await momiji("roles", "add-perms", "Analysts", ...perms)).toBe(
    "Analysts may: can_read on DAG:etl, can_read on DAG Runs\n",
  );
  expect(await momiji("roles", "del-perms", "Analysts", "-a", "can_read", "-r", "DAG Runs")).toBe(
    "Analysts may: can_read on DAG:etl\n",
  );
  const list = await momiji("roles", "list", "-p", "-o", "plain");
  expect(list).toContain("can_edit on Variables");
  expect(await momiji("roles", "permissions")).toContain("can_read on DAG Runs");
  expect(await momiji("roles", "delete", "Analysts")).toBe("Analysts gone\n");
});

test("the first administrator is made once, with a password that is told once unless it was given", async () => {
  for (const given of [undefined, "given by the environment"]) {
    const fresh = await openSqliteStore({ path: ":memory:" });
    const deps = { store: fresh, clock: systemClock };
    const admin = createFirstAdmin(deps, given);
    const told = await admin.make();
    await admin.isDecided;
    expect(told === null).toBe(given !== undefined);
    expect(await fresh.listUsers()).toMatchObject([{ username: FIRST_ADMIN, roles: ["Admin"] }]);
    expect(await createFirstAdmin(deps, undefined).make()).toBeNull();
    await fresh.close();
  }
  expect(randomPassword()).not.toBe(randomPassword());
});

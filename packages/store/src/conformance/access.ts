/** Users, roles, what they carry to prove who they are, and who may do what in which DAG. */
import { describe, expect, test } from "vitest";
import type { NewCredential, NewUser, Noted, UserRecord } from "../access-store.ts";
import { allDags, grantedDags } from "../dag-scope.ts";
import type { Store } from "../store.ts";
import { file, NEW_YEAR, type OpenStore, publish, spec } from "./samples.ts";

const RIN: NewUser = {
  username: "rin",
  firstName: "Rin",
  lastName: "凛",
  email: "rin@example.com",
  password: "scrypt$...",
  provider: null,
  roles: ["Op", "Analysts"],
};
const LATER = NEW_YEAR + 3_600_000_000;

function noted(event = "noted", now = NEW_YEAR): Noted {
  return { now, events: [{ event, owner: "admin" }] };
}

async function rin(store: Store, more: Partial<NewUser> = {}): Promise<UserRecord> {
  return (await store.createUser({ ...RIN, ...more }, noted())) as UserRecord;
}

function token(userId: number, hash: string, more: Partial<NewCredential> = {}): NewCredential {
  return { userId, kind: "personal", hash, name: "ci", scopes: null, expiresAt: LATER, ...more };
}

async function events(store: Store): Promise<string[]> {
  return (await store.listEventLogs({})).entries.map(({ event }) => event);
}

export function access(open: OpenStore): void {
  describe("users", () => users(open));
  describe("what users carry", () => credentials(open));
  describe("roles", () => roles(open));
  describe("DAGs", () => grants(open));
  describe("whoever stays longer than one answer", () => told(open));
}

function told(open: OpenStore): void {
  test("is told when a right may have ended, and not when none was taken away", async () => {
    const store = await open();
    const { id } = await rin(store);
    const { id: credential } = await store.issueCredential(token(id, "h"), noted());
    const acts: readonly (readonly [() => Promise<unknown>, readonly string[] | null])[] = [
      [() => store.changeUser(id, { isActive: false }, noted()), []],
      [() => store.changeUser(-1, { isActive: false }, noted()), null],
      [() => store.putRole({ name: "Analysts", permissions: [] }, noted()), ["Analysts"]],
      [() => store.revokeCredential(id, credential, noted()), null],
      [() => store.removeRole("Analysts", noted()), []],
      [() => store.removeUser(id, noted()), []],
    ];
    for (const [act, roles] of acts) {
      const heard: unknown[] = [];
      const stop = store.subscribe((notice) => heard.push(notice));
      await act();
      stop();
      expect(heard).toEqual(roles === null ? [] : [{ kind: "access", roles }]);
    }
  });
}

function users(open: OpenStore): void {
  test("come back as they were made, in the order of their names, found by name or by provider", async () => {
    const store = await open();
    const made = await rin(store);
    const external = await rin(store, { username: "aoi", provider: "https://id.example 7", password: null, roles: [] });
    expect(made).toMatchObject({
      ...RIN,
      roles: ["Analysts", "Op"],
      isActive: true,
      lastLogin: null,
      createdAt: NEW_YEAR,
    });
    expect(await store.listUsers()).toEqual([external, made]);
    expect(await store.findUser({ username: "rin" })).toEqual(made);
    expect(await store.findUser({ provider: "https://id.example 7" })).toEqual(external);
    expect(await store.findUser({ username: "none" })).toBeNull();
  });

  test("a name or a provider's subject belongs to one, and nothing is written of a second", async () => {
    const store = await open();
    await rin(store, { provider: "p 1" });
    expect(await store.createUser({ ...RIN, provider: null }, noted("second"))).toBeNull();
    expect(await store.createUser({ ...RIN, username: "other", provider: "p 1" }, noted("second"))).toBeNull();
    expect(await events(store)).toEqual(["noted"]);
  });

  test("are changed in what is named, with what tells of it", async () => {
    const store = await open();
    const { id } = await rin(store);
    expect(await store.changeUser(id, { email: "new@example.com", roles: ["Viewer"] }, noted("edit", LATER))).toBe(
      true,
    );
    expect(await store.findUser({ username: "rin" })).toMatchObject({
      ...RIN,
      email: "new@example.com",
      roles: ["Viewer"],
      updatedAt: LATER,
    });
    expect(await store.changeUser(99, { email: "" }, noted("nothing"))).toBe(false);
    expect(await store.removeUser(id, noted("remove"))).toBe(true);
    expect(await store.removeUser(id, noted("nothing"))).toBe(false);
    expect(await events(store)).toEqual(["noted", "edit", "remove"]);
  });

  test("their logins are counted, those that failed since the last that did not", async () => {
    const store = await open();
    const { id } = await rin(store);
    await store.noteLogin(id, false, noted("failed"));
    await store.noteLogin(id, false, noted("failed"));
    expect(await store.findUser({ username: "rin" })).toMatchObject({
      failedLogins: 2,
      loginCount: 0,
      lastLogin: null,
    });
    await store.noteLogin(id, true, noted("login", LATER));
    expect(await store.findUser({ username: "rin" })).toMatchObject({
      failedLogins: 0,
      loginCount: 1,
      lastLogin: LATER,
    });
  });
}

function credentials(open: OpenStore): void {
  test("tells who it is until it expires, is revoked, or its user is gone", async () => {
    const store = await open();
    const user = await rin(store);
    const scopes = [{ action: "can_read", resource: "DAG:etl" }];
    const made = await store.issueCredential(token(user.id, "h1", { scopes }), noted());
    const other = await store.issueCredential(token(user.id, "h2"), noted());
    expect(made).toMatchObject({ name: "ci", kind: "personal", scopes, createdAt: NEW_YEAR, lastUsedAt: null });
    expect(await store.findCredential("h1", NEW_YEAR)).toEqual({ credential: made, user });
    expect(await store.listCredentials(user.id, NEW_YEAR)).toEqual([other, { ...made, lastUsedAt: NEW_YEAR }]);
    expect(await store.findCredential("h1", LATER)).toBeNull();
    expect(await store.findCredential("none", NEW_YEAR)).toBeNull();
    expect(await store.revokeCredential(user.id + 1, made.id, noted("nothing"))).toBe(false);
    expect(await store.revokeCredential(user.id, made.id, noted("revoke"))).toBe(true);
    expect(await store.findCredential("h1", NEW_YEAR)).toBeNull();
    await store.removeUser(user.id, noted());
    expect(await store.findCredential("h2", NEW_YEAR)).toBeNull();
  });

  test.each([
    ["another password", { password: "other" }],
    ["other roles", { roles: ["Viewer"] }],
    ["a user who is switched off", { isActive: false }],
  ])("%s ends all but the one that it was asked with", async (_what, change) => {
    const store = await open();
    const { id } = await rin(store);
    await store.issueCredential(token(id, "h1"), noted());
    const kept = await store.issueCredential(token(id, "h2", { kind: "session" }), noted());
    await store.changeUser(id, { email: "no@example.com" }, noted());
    expect(await store.findCredential("h1", NEW_YEAR)).not.toBeNull();
    await store.changeUser(id, change, { ...noted(), keep: kept.id });
    expect(await store.findCredential("h1", NEW_YEAR)).toBeNull();
    expect((await store.findCredential("h2", NEW_YEAR)) === null).toBe("isActive" in change);
    await store.changeUser(id, { isActive: true }, noted());
    expect(await store.findCredential("h2", NEW_YEAR)).toBeNull();
  });
}

function roles(open: OpenStore): void {
  const role = { name: "Analysts", permissions: [{ action: "can_read", resource: "DAG Runs" }] };

  test("are made, replaced and removed, also from those who have them, who have to sign in again", async () => {
    const store = await open();
    const user = await rin(store);
    await store.issueCredential(token(user.id, "h1"), noted());
    await store.putRole({ name: "Analysts", permissions: [] }, noted("make"));
    await store.putRole(role, noted("replace"));
    expect(await store.listRoles()).toEqual([role]);
    expect(await store.findCredential("h1", NEW_YEAR)).not.toBeNull();
    expect(await store.removeRole("Analysts", noted("remove"))).toBe(true);
    expect(await store.removeRole("Analysts", noted("nothing"))).toBe(false);
    expect(await store.listRoles()).toEqual([]);
    expect(await store.findUser({ username: "rin" })).toMatchObject({ roles: ["Op"] });
    expect(await store.findCredential("h1", NEW_YEAR)).toBeNull();
    expect(await events(store)).toEqual(["noted", "noted", "make", "replace", "remove"]);
  });
}

function grants(open: OpenStore): void {
  const readers = grantedDags(["Analysts", "Guests"], "can_read");

  test("roles are granted what the DAG's newest version says, until the DAG is deleted", async () => {
    const store = await open();
    const publishWith = (accessControl: { [role: string]: ("can_read" | "can_edit")[] }) =>
      store.publishFile(file("etl.ts", [spec("etl", { accessControl })]), NEW_YEAR);
    await publishWith({ Analysts: ["can_read"], Guests: ["can_edit"] });
    expect(await store.isInScope("etl", readers)).toBe(true);
    expect(await store.isInScope("etl", grantedDags(["Analysts"], "can_edit"))).toBe(false);
    await publishWith({ Guests: ["can_edit"] });
    expect(await store.isInScope("etl", readers)).toBe(false);
    expect(await store.listDagGrants("etl")).toEqual([{ role: "Guests", action: "can_edit" }]);
    await store.deleteDag("etl", NEW_YEAR, []);
    while (!(await store.removeDagStep("etl", 100)));
    await store.forgetDag("etl");
    expect(await store.listDagGrants("etl")).toEqual([]);
  });

  test("a role may be granted single DAGs as well, whether they exist or not, whatever their authors say", async () => {
    const store = await open();
    const permission = { action: "can_read", resource: "DAG:etl" };
    expect(await store.hasScope(readers)).toBe(false);
    await store.putRole(
      { name: "Guests", permissions: [permission, { ...permission, action: "menu_access" }] },
      noted(),
    );
    expect(await store.hasScope(readers)).toBe(true);
    await publish(store, "etl", "other");
    expect(await store.isInScope("etl", readers)).toBe(true);
    expect(await store.isInScope("other", readers)).toBe(false);
    await store.putRole({ name: "Guests", permissions: [] }, noted());
    expect(await store.isInScope("etl", readers)).toBe(false);
  });

  test("nobody's roles open nothing, and a small scope opens nothing that its owner may not see", async () => {
    const store = await open();
    await store.publishFile(file("etl.ts", [spec("etl", { accessControl: { Analysts: ["can_read"] } })]), NEW_YEAR);
    const inScope = (dagId: string, ...given: Parameters<typeof grantedDags>) =>
      store.isInScope(dagId, grantedDags(...given));
    expect(await store.isInScope("whatever", allDags)).toBe(true);
    expect(await inScope("etl", [], "can_read")).toBe(false);
    expect(await inScope("etl", ["Analysts"], "can_read", ["other"])).toBe(false);
    expect(await inScope("other", ["Analysts"], "can_read", ["other"])).toBe(false);
    expect(await inScope("etl", ["Analysts"], "can_read", ["etl", "other"])).toBe(true);
    expect(await inScope("other", null, "can_read", ["other"])).toBe(true);
    const both = grantedDags(["Analysts"], "can_read", ["etl", "other"]);
    expect(await store.dagsInScope(["other", "etl", "none"], both)).toEqual(new Set(["etl"]));
    expect(await store.dagsInScope(["other"], allDags)).toEqual(new Set(["other"]));
    expect(await store.hasScope(grantedDags([], "can_read"))).toBe(false);
    expect(await store.hasScope(grantedDags(null, "can_read", []))).toBe(false);
  });
}

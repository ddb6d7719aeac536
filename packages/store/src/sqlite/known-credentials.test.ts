import { HOUR } from "@momiji/core";
import { expect, test } from "vitest";
import { NEW_YEAR } from "../conformance/samples.ts";
import { openConnection, openSqliteStore } from "./open.ts";
import { testFolder } from "./test-folder.ts";

const newPath = testFolder();
const noted = { now: NEW_YEAR, events: [] };

async function signedIn() {
  const path = newPath();
  const store = await openSqliteStore({ path });
  const person = { username: "rin", firstName: "", lastName: "", email: "", provider: null, password: null };
  const user = await store.createUser({ ...person, roles: ["Viewer"] }, noted);
  if (user === null) throw new Error("the user was not made");
  const made = { userId: user.id, kind: "personal", hash: "h", name: "t", scopes: null } as const;
  await store.issueCredential({ ...made, expiresAt: NEW_YEAR + HOUR }, noted);
  const found = async (now = NEW_YEAR) => (await store.findCredential("h", now))?.user.roles ?? null;
  expect([await found(), await found()]).toEqual([["Viewer"], ["Viewer"]]);
  return { path, store, user, found };
}

test("a credential that is known ends with its time, and with what its user is, at once", async () => {
  const { store, user, found } = await signedIn();
  expect(await found(NEW_YEAR + HOUR)).toBeNull();
  await store.changeUser(user.id, { isActive: false }, noted);
  expect(await found()).toBeNull();
  await store.close();
});

test("what another process takes away is gone as well", async () => {
  const { path, store, found } = await signedIn();
  const other = openConnection({ path });
  other.run("DELETE FROM user_role");
  expect(await found()).toEqual([]);
  other.run("DELETE FROM credential");
  expect(await found()).toBeNull();
  other.close();
  await store.close();
});

test("a credential is found although its use cannot be noted", async () => {
  const { path, store } = await signedIn();
  const other = openConnection({ path });
  other.run("BEGIN EXCLUSIVE");
  const later = NEW_YEAR + HOUR / 2;
  expect((await store.findCredential("h", later))?.user.username).toBe("rin");
  other.run("ROLLBACK");
  other.close();
  await store.close();
});

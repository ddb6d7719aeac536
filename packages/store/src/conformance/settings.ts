/** Variables, connections and their secrets, and pools that go. */
import { describe, expect, test } from "vitest";
import type { StoredConnection, StoredVariable } from "../settings-store.ts";
import type { Store, StoreNotice } from "../store.ts";
import { NEW_YEAR, type OpenStore } from "./samples.ts";

const GREETING: StoredVariable = {
  key: "greeting",
  description: "a word – ことば",
  value: { text: "sealed hello", keyId: "k1" },
};
const PG: StoredConnection = {
  connectionId: "pg",
  type: "postgres",
  description: null,
  host: "db",
  login: "u",
  schema: "sales",
  port: 5432,
  secret: { text: "sealed secret", keyId: "k1" },
};

export function settings(open: OpenStore): void {
  describe("variables and connections", () => written(open));
  describe("secrets under another key", () => rotated(open));
  describe("pools", () => pools(open));
}

function written(open: OpenStore): void {
  test("come back as they were written, in the order of their names", async () => {
    const store = await open();
    await store.putVariable({ ...GREETING, key: "z" }, "always", NEW_YEAR);
    await store.putVariable(GREETING, "always", NEW_YEAR);
    expect(await store.listVariables()).toEqual([GREETING, { ...GREETING, key: "z" }]);
    expect(await store.findVariable("greeting")).toEqual(GREETING);
    expect(await store.findVariable("none")).toBeNull();
    const bare = { ...PG, connectionId: "bare", host: null, login: null, schema: null, port: null };
    await store.putConnection(PG, "absent", NEW_YEAR);
    await store.putConnection(bare, "absent", NEW_YEAR);
    expect(await store.listConnections()).toEqual([bare, PG]);
    expect(await store.findConnection("pg")).toEqual(PG);
    expect(await store.findConnection("none")).toBeNull();
  });

  test("one that is there is replaced only if that is meant", async () => {
    const store = await open();
    const other = { ...GREETING, description: null };
    expect(await store.putVariable(GREETING, "absent", NEW_YEAR)).toBe(true);
    expect(await store.putVariable(other, "absent", NEW_YEAR)).toBe(false);
    expect(await store.findVariable("greeting")).toEqual(GREETING);
    expect(await store.putVariable(other, "always", NEW_YEAR)).toBe(true);
    expect(await store.findVariable("greeting")).toEqual(other);
    await store.putConnection(PG, "always", NEW_YEAR);
    expect(await store.putConnection({ ...PG, host: "x" }, "absent", NEW_YEAR)).toBe(false);
    expect(await store.putConnection({ ...PG, host: "x" }, "always", NEW_YEAR)).toBe(true);
    expect((await store.findConnection("pg"))?.host).toBe("x");
  });

  test("one that goes is gone; one that is not there cannot go", async () => {
    const store = await open();
    await store.putVariable(GREETING, "always", NEW_YEAR);
    await store.putConnection(PG, "always", NEW_YEAR);
    expect([await store.removeVariable("greeting"), await store.removeVariable("greeting")]).toEqual([true, false]);
    expect([await store.removeConnection("pg"), await store.removeConnection("pg")]).toEqual([true, false]);
    expect([await store.listVariables(), await store.listConnections()]).toEqual([[], []]);
  });
}

function rotated(open: OpenStore): void {
  test("those of other keys are listed, exchanged, and counted by key", async () => {
    const store = await open();
    await store.putVariable(GREETING, "always", NEW_YEAR);
    await store.putVariable({ ...GREETING, key: "new", value: { text: "s", keyId: "k2" } }, "always", NEW_YEAR);
    await store.putConnection(PG, "always", NEW_YEAR);
    expect(await store.listSealedUnlike("k2", 1)).toHaveLength(1);
    const stale = await store.listSealedUnlike("k2", 10);
    expect(stale.map(({ kind, id }) => `${kind} ${id}`).sort()).toEqual(["connection pg", "variable greeting"]);
    expect(await store.reseal(stale.map((entry) => ({ entry, to: { text: "again", keyId: "k2" } })))).toBe(2);
    expect(await store.listSealedUnlike("k2", 10)).toEqual([]);
    expect(await store.countSealed()).toEqual(new Map([["k2", 3]]));
    expect((await store.findConnection("pg"))?.secret).toEqual({ text: "again", keyId: "k2" });
  });

  test("one that somebody has changed meanwhile is left alone", async () => {
    const store = await open();
    await store.putVariable(GREETING, "always", NEW_YEAR);
    const [entry] = await store.listSealedUnlike("k2", 10);
    const newer = { ...GREETING, value: { text: "newer", keyId: "k1" } };
    await store.putVariable(newer, "always", NEW_YEAR);
    expect(entry === undefined ? -1 : await store.reseal([{ entry, to: { text: "old", keyId: "k2" } }])).toBe(0);
    expect(await store.findVariable("greeting")).toEqual(newer);
  });
}

function pools(open: OpenStore): void {
  async function noticesOf(store: Store, work: () => Promise<unknown>): Promise<StoreNotice[]> {
    const heard: StoreNotice[] = [];
    const stop = store.subscribe((notice) => heard.push(notice));
    await work();
    stop();
    return heard;
  }

  test("a pool goes by name, and whoever listens is told", async () => {
    const store = await open();
    await store.setPool({ name: "api", slots: 2, includeDeferred: false, description: null });
    expect(await noticesOf(store, () => store.removePool("api"))).toEqual([{ kind: "pools" }]);
    expect(await noticesOf(store, () => store.removePool("api"))).toEqual([]);
    expect((await store.listPools()).map(({ name }) => name)).toEqual(["default_pool"]);
  });
}

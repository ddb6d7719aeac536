import { openSqliteStore, type SealedEntry } from "@momiji/store";
import fc from "fast-check";
import { expect, test } from "vitest";
import { generateKey, KeyRing } from "./key-ring.ts";
import { rotateKeys } from "./rotate-keys.ts";
import { Vault } from "./vault.ts";

const OLD = generateKey();
const NEW = generateKey();

test("whatever is sealed is opened again by any ring that has the key, and never twice sealed alike", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary" }).map((text) => text.toWellFormed()),
      fc.string(),
      (text, name) => {
        const sealed = new KeyRing([OLD]).seal(name, text);
        expect(new KeyRing([NEW, OLD]).open(name, sealed)).toBe(text);
        expect(new KeyRing([OLD]).seal(name, text).text).not.toBe(sealed.text);
        if (text.length > 5) expect(Buffer.from(sealed.text, "base64").includes(text)).toBe(false);
      },
    ),
  );
});

test("a text is opened neither under another name, nor with a bit changed, nor without its key", () => {
  const ring = new KeyRing([OLD]);
  const sealed = ring.seal("variable a", "secret");
  expect(() => ring.open("variable b", sealed)).toThrow("damaged");
  expect(() => new KeyRing([NEW]).open("variable a", sealed)).toThrow("no_such_key");
  const bytes = Buffer.from(sealed.text, "base64");
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => ring.open("variable a", { ...sealed, text: changed.toString("base64") })).toThrow("damaged");
  }
  expect(() => ring.open("variable a", { ...sealed, text: "" })).toThrow("damaged");
});

test("a key is 32 bytes in either base64, as Airflow's Fernet keys are; another is refused without being shown", () => {
  const bytes = Buffer.alloc(32, 0xfb);
  const ids = [bytes.toString("base64"), `${bytes.toString("base64url")}=`].map((text) => new KeyRing([text]).newest);
  expect(ids[0]).toBe(ids[1]);
  for (const bad of ["", "hunter2", "x".repeat(44), Buffer.alloc(31).toString("base64")]) {
    expect(() => new KeyRing([OLD, bad])).toThrow(/^key 2 of the ring is not 32 bytes in base64/);
  }
  expect(() => new KeyRing([]).seal("a", "b")).toThrow("no key to encrypt with");
});

test("rotation seals everything anew in steps, however often it is killed on the way", async () => {
  const store = await openSqliteStore({ path: ":memory:" });
  const before = new Vault(store, new KeyRing([OLD]));
  const keys = Array.from({ length: 230 }, (_, at) => `v${at}`);
  for (const key of keys) await before.putVariable({ key, value: `secret ${key}`, description: null }, "always", 0);
  let steps = 0;
  const dying: Parameters<typeof rotateKeys>[0] = {
    listSealedUnlike: (keyId, limit) => store.listSealedUnlike(keyId, limit),
    countSealed: () => store.countSealed(),
    reseal: async (changes) => {
      if (++steps % 2 === 0) throw new Error("killed");
      return store.reseal(changes);
    },
  };
  const ring = new KeyRing([NEW, OLD]);
  let result = null;
  for (let life = 0; result === null && life < 20; life++) result = await rotateKeys(dying, ring).catch(() => null);
  expect(result).toMatchObject({ unreadable: [], unused: [new KeyRing([OLD]).newest] });
  const after = new Vault(store, new KeyRing([NEW]));
  for (const key of keys) expect(await after.variable(key)).toBe(`secret ${key}`);
  await store.close();
});

test("what no key opens is left as it is and listed, and does not stop the rest", async () => {
  const store = await openSqliteStore({ path: ":memory:" });
  const lost = new Vault(store, new KeyRing([generateKey()]));
  for (let at = 0; at < 60; at++) await lost.putVariable({ key: `a${at}`, value: "x", description: null }, "always", 0);
  const old = new Vault(store, new KeyRing([OLD]));
  for (let at = 0; at < 60; at++) await old.putVariable({ key: `b${at}`, value: "y", description: null }, "always", 0);
  const { resealed, unreadable } = await rotateKeys(store, new KeyRing([NEW, OLD]));
  expect([resealed, unreadable.length]).toEqual([60, 60]);
  expect(unreadable.every(({ id }: SealedEntry) => id.startsWith("a"))).toBe(true);
  await store.close();
});

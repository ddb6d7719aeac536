import { cpSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { momiji, newPlace, type Place, TestServer } from "./server.testing.ts";

/** A home with a finished run in its store, whose server has stopped. */
async function usedPlace(): Promise<Place> {
  const place = newPlace();
  const server = await new TestServer(place).loaded();
  await server.run("good");
  await server.stop();
  return place;
}

const DAMAGE: { readonly [name: string]: (file: string) => void } = {
  "of garbage": (file) => writeFileSync(file, "garbage ".repeat(4096)),
  "cut in half": (file) => truncateSync(file, Math.floor(statSync(file).size / 2)),
  "with a page of flipped bits": (file) => {
    const bytes = readFileSync(file);
    const from = Math.floor(bytes.length / 4096 / 2) * 4096;
    for (let at = from; at < from + 4096; at++) bytes.writeUInt8((bytes[at] ?? 0) ^ 0xff, at);
    writeFileSync(file, bytes);
  },
};

test("a store that is damaged is named with what to do, by the server and by commands, and is left as it is", async () => {
  const used = await usedPlace();
  for (const [name, damage] of Object.entries(DAMAGE)) {
    const home = join(used.folder, name.replaceAll(" ", "-"));
    const file = join(home, "momiji.db");
    cpSync(used.home, home, { recursive: true });
    damage(file);
    const damaged = readFileSync(file);
    const { code, stderr } = await new TestServer({ ...used, home }).ended();
    expect(stderr, name).toMatch(/^momiji: (The database file is damaged|The file is not a SQLite database): /);
    expect(stderr, name).toContain(file);
    expect(stderr, name).toMatch(/restore (it from )?a backup/);
    expect(stderr, name).not.toMatch(/^\s+at /m);
    expect(code, name).toBe(6);
    const check = await momiji(home, "db", "check");
    expect(check, name).toMatchObject({ code: 6 });
    expect(check.stdout + check.stderr, name).toContain(file);
    expect(readFileSync(file).equals(damaged), name).toBe(true);
  }
}, 120_000);

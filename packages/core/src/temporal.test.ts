import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { Temporal } from "./temporal.ts";

test("the runtime's own Temporal is taken where there is one", () => {
  expect(Temporal).toBe(globalThis.Temporal);
});

test("a runtime without it gets the polyfill", async () => {
  const time = new URL("./time.ts", import.meta.url).href;
  const code = `delete globalThis.Temporal;
    const { isoZ, parseInstant } = await import(${JSON.stringify(time)});
    console.log(typeof globalThis.Temporal, isoZ(parseInstant("2026-01-01T00:00:00.5+09:00")));`;
  const child = await promisify(execFile)(process.execPath, ["--conditions=source", "--input-type=module", "-e", code]);
  expect(child.stdout.trim()).toBe("undefined 2025-12-31T15:00:00.500000Z");
});

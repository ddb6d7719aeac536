import { FailTask } from "@momiji/sdk";
import { expect, test } from "vitest";
import { beforeStart } from "./clusters.ts";
import { findAccess } from "./find-access.ts";

const ctx = { connections: { get: () => Promise.resolve(undefined) }, maskSecret: () => undefined };

test("a start that knows no cluster says so, and that there is nothing to end", async () => {
  await expect(beforeStart(() => findAccess(ctx, { configFile: "/nowhere/config" }))).rejects.toMatchObject({
    message: expect.stringContaining("/nowhere/config") as unknown,
    facts: { code: "configuration", nothingStarted: true },
  });
});

test("what a task says of itself is left as it is", async () => {
  const said = new FailTask("no");
  await expect(beforeStart(() => Promise.reject(said))).rejects.toBe(said);
});

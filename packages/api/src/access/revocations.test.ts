/** A stream of events lives no longer than what its reader came with. */
import { describe, expect, onTestFinished, test } from "vitest";
import { hashSecret } from "./secret.ts";
import { type Caller, LOCAL, NOW, testServer, type Tested } from "./signed-in.testing.ts";

const noted = { now: NOW, events: [] };

type Chunks = ReadableStreamDefaultReader<Uint8Array>;

async function watch(address: string, token: string): Promise<Chunks> {
  const controller = new AbortController();
  onTestFinished(() => controller.abort());
  const response = await fetch(`${address}/api/momiji/v1/events?topics=home`, {
    headers: { authorization: `Bearer ${token}` },
    signal: controller.signal,
  });
  expect(response.status).toBe(200);
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  expect(await next(reader)).toContain("event: hello");
  return reader;
}

/** Null: the stream has ended, or was cut. */
async function next(reader: Chunks): Promise<string | null> {
  const { value } = await reader.read().catch(() => ({ value: undefined }));
  return value === undefined ? null : Buffer.from(value).toString("utf8");
}

interface Watching extends Tested {
  readonly rin: Caller;
  readonly streams: { readonly rin: Chunks; readonly other: Chunks };
}

async function watching(): Promise<Watching> {
  const at = await testServer();
  await at.store.putRole({ name: "Guests", permissions: [{ action: "can_read", resource: "Pools" }] }, noted);
  const rin = await at.user("rin", ["Viewer", "Guests"]);
  const other = await at.user("other", ["Viewer"]);
  const address = await at.server.listen({ port: 0, host: "127.0.0.1" });
  const streams = { rin: await watch(address, rin.token), other: await watch(address, other.token) };
  return { ...at, rin, streams };
}

type Act = (at: Watching) => Promise<unknown>;

const ACTS: readonly (readonly [string, Act])[] = [
  ["logs out", ({ rin }) => rin.call("GET", "/api/v2/auth/logout")],
  ["gets a new password", ({ store, rin }) => store.changeUser(rin.user.id, { password: "scrypt$new" }, noted)],
  ["is switched off", ({ store, rin }) => store.changeUser(rin.user.id, { isActive: false }, noted)],
  ["gets other roles", ({ store, rin }) => store.changeUser(rin.user.id, { roles: ["Admin"] }, noted)],
  ["is deleted", ({ store, rin }) => store.removeUser(rin.user.id, noted)],
  ["loses a role that is deleted", ({ store }) => store.removeRole("Guests", noted)],
  ["has a role that is changed", ({ store }) => store.putRole({ name: "Guests", permissions: [] }, noted)],
  [
    "deletes the token",
    async ({ store, rin }) => {
      const [token] = await store.listCredentials(rin.user.id, NOW);
      return rin.call("DELETE", `/api/momiji/v1/tokens/${token?.id}`);
    },
  ],
];

describe("the streams of a user", () => {
  test.each(ACTS)("end when the user %s, and those of others go on", async (_name, act) => {
    const at = await watching();
    await act(at);
    expect(await next(at.streams.rin)).toBeNull();
    await at.store.setPool({ name: "small", slots: 1, includeDeferred: false, description: null });
    expect(await next(at.streams.other)).toContain("event: pool");
  });

  test("end when the token expires", async () => {
    const timers: { at: number; callback: () => void }[] = [];
    const setTimer = (at: number, callback: () => void) => {
      timers.push({ at, callback });
      return () => undefined;
    };
    const at = await testServer({ clock: { now: () => NOW, setTimer } });
    const rin = await at.user("rin", ["Viewer"]);
    const address = await at.server.listen({ port: 0, host: "127.0.0.1" });
    const stream = await watch(address, rin.token);
    const found = await at.store.findCredential(hashSecret(rin.token), NOW);
    const expiry = timers.filter((timer) => timer.at === found?.credential.expiresAt);
    expect(expiry).toHaveLength(1);
    expiry[0]?.callback();
    expect(await next(stream)).toBeNull();
  });

  test("of this machine's command line go on", async () => {
    const at = await testServer();
    const rin = await at.user("rin", ["Viewer"]);
    const stream = await watch(await at.server.listen({ port: 0, host: "127.0.0.1" }), LOCAL);
    await at.store.removeUser(rin.user.id, noted);
    await at.store.setPool({ name: "small", slots: 1, includeDeferred: false, description: null });
    expect(await next(stream)).toContain("event: pool");
  });
});

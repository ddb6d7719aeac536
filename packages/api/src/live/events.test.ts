/** Live events over HTTP: in order, resumable, limited to what the client asked for, and nothing lost after a snapshot. */
import { type LogRecord, newTaskInstance, type TaskState } from "@momiji/core";
import { openSqliteStore, type Store } from "@momiji/store";
import { describe, expect, onTestFinished, test } from "vitest";
import { chainOf, NOW, openTestServer, runOf, type TestServer } from "../api-server.testing.ts";
import { cursorText, EventHub, readCursor } from "./event-hub.ts";
import { EventStream } from "./event-stream.ts";
import type { LiveEvent } from "./live-event.ts";

interface Seen {
  readonly id: string | undefined;
  readonly name: string;
  readonly data: { readonly [key: string]: unknown };
}

function parseFrame(text: string): Seen {
  const lines = new Map(text.split("\n").map((line) => [line.slice(0, line.indexOf(":")), line]));
  const valueOf = (key: string): string | undefined => lines.get(key)?.slice(key.length + 2);
  return { id: valueOf("id"), name: valueOf("event") ?? "", data: JSON.parse(valueOf("data") ?? "{}") as Seen["data"] };
}

/** Reads until the given number of events has come; pings do not count. */
async function read(source: AsyncIterable<Buffer | Uint8Array>, count: number): Promise<Seen[]> {
  const seen: Seen[] = [];
  let rest = "";
  for await (const chunk of source) {
    rest += Buffer.from(chunk).toString("utf8");
    const frames = rest.split("\n\n");
    rest = frames.pop() ?? "";
    seen.push(...frames.filter((frame) => !frame.startsWith(":")).map(parseFrame));
    if (seen.length >= count) break;
  }
  return seen;
}

async function mark(store: Store, runKey: number, state: TaskState): Promise<void> {
  const [found] = await store.loadRuns([runKey]);
  if (found === undefined) throw new Error("the run is gone");
  const update = [{ ...newTaskInstance("load", 0), state, tryNumber: 1 }];
  const runs = [{ runKey, expectRevision: found.run.revision, changes: { insert: [], update } }];
  await store.act({ now: NOW, runs, events: [] });
}

async function served(): Promise<TestServer & { readonly address: string }> {
  const at = await openTestServer([chainOf("etl", ["load"]), chainOf("other", ["load"])]);
  onTestFinished(() => at.close());
  return { ...at, address: await at.server.listen({ port: 0, host: "127.0.0.1" }) };
}

async function watch(at: { readonly address: string }, query: string, lastEventId?: string): Promise<ReadableStream> {
  const controller = new AbortController();
  onTestFinished(() => controller.abort());
  const response = await fetch(`${at.address}/api/momiji/v1/events?${query}`, {
    headers: {
      authorization: "Bearer a-token-of-a-test",
      ...(lastEventId === undefined ? {} : { "last-event-id": lastEventId }),
    },
    signal: controller.signal,
  });
  expect(response.headers.get("content-type")).toBe("text/event-stream");
  if (response.body === null) throw new Error("the stream has no body");
  return response.body;
}

describe("a stream over HTTP", () => {
  test("tells of runs and task instances of its topics in the order of their commits", async () => {
    const at = await served();
    const body = await watch(at, "topics=dag:etl");
    const run = await runOf(at, "etl", { runId: "r1", state: "running", instances: [{ taskId: "load" }] });
    await runOf(at, "other", { runId: "o1", state: "running", instances: [{ taskId: "load" }] });
    for (const state of ["queued", "running", "success"] as const) await mark(at.store, run.runKey, state);
    const [hello, ...events] = await read(body, 7);
    expect(hello?.name).toBe("hello");
    expect(events.map(({ name, data }) => [name, data.d, data.s])).toEqual([
      ["run", "etl", "q"],
      ["run", "etl", "r"],
      ["ti", "etl", "."],
      ["ti", "etl", "q"],
      ["ti", "etl", "r"],
      ["ti", "etl", "s"],
    ]);
  });

  test("goes on after the event that the client has seen last", async () => {
    const at = await served();
    const body = await watch(at, "topics=run:etl/r1");
    const run = await runOf(at, "etl", { runId: "r1", state: "running", instances: [{ taskId: "load" }] });
    await mark(at.store, run.runKey, "queued");
    const first = await read(body, 5);
    await mark(at.store, run.runKey, "running");
    const again = await read(await watch(at, "topics=run:etl/r1", first.at(-1)?.id), 2);
    expect(again.map(({ name, data }) => [name, data.s])).toEqual([
      ["hello", undefined],
      ["ti", "r"],
    ]);
  });

  test("says so when it cannot go on where the client stopped", async () => {
    const at = await served();
    for (const place of ["never-7", "abc.0-5"]) {
      const seen = await read(await watch(at, "topics=home", place), 2);
      expect(seen.map(({ name, data }) => [name, data.reason])).toEqual([
        ["hello", undefined],
        ["reset", "too_old"],
      ]);
    }
  });

  test("changes its topics without a new connection", async () => {
    const at = await served();
    const body = await watch(at, "topics=dag:none");
    const reader = body[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
    const hello = parseFrame(Buffer.from((await reader.next()).value as Uint8Array).toString("utf8"));
    const path = `/api/momiji/v1/events/streams/${hello.data.stream as string}`;
    expect((await at.call("PUT", path, { topics: ["dag:etl"] })).status).toBe(204);
    await at.call("PATCH", "/api/v2/dags/etl", { is_paused: false });
    const told = parseFrame(Buffer.from((await reader.next()).value as Uint8Array).toString("utf8"));
    expect(told).toMatchObject({ name: "dag", data: { d: "etl", paused: false } });
    expect((await at.call("PUT", "/api/momiji/v1/events/streams/none", { topics: [] })).status).toBe(404);
  });

  test("ends with the server", async () => {
    const at = await openTestServer([]);
    const address = await at.server.listen({ port: 0, host: "127.0.0.1" });
    const body = await watch({ address }, "topics=home");
    await at.close();
    await expect(read(body, 2).catch(() => ["cut"])).resolves.toHaveLength(1);
  });
});

async function bareHub(): Promise<{ store: Store; hub: EventHub; clock: { at: number } }> {
  const store = await openSqliteStore({ path: ":memory:" });
  onTestFinished(() => store.close());
  const spec = chainOf("etl", ["load"]);
  await store.publishFile({ file: "etl.ts", bundle: { hash: "h", path: "/b" }, dags: [spec], errors: [] }, NOW);
  const clock = { at: NOW };
  const onError = (error: unknown): void => {
    throw error;
  };
  const hub = new EventHub({
    store,
    clock: { now: () => clock.at, setTimer: () => () => undefined },
    onError,
  });
  return { store, hub, clock };
}

describe("the hub", () => {
  test("tells everything that a snapshot has not seen, whatever is committed meanwhile", async () => {
    const { store, hub } = await bareHub();
    const run = await runOf({ store }, "etl", { runId: "r1", state: "running", instances: [{ taskId: "load" }] });
    const states = ["scheduled", "queued", "running", "up_for_retry", "queued", "running", "success"] as const;
    for (const state of states) {
      const position = hub.position();
      const writing = mark(store, run.runKey, state);
      const [snapshot] = await store.loadRuns([run.runKey]);
      await writing;
      await hub.settled();
      const told = hub.after(position, 100);
      if (told === "gone") throw new Error("the hub listens as long as somebody asks");
      const letters = told.flatMap(({ name, data }) => (name === "ti" ? [(data as { s: string }).s] : []));
      const isSeen = snapshot?.instances.some((each) => each.state === state) === true;
      expect(isSeen || letters.length === 1).toBe(true);
    }
  });

  test("does not listen when nobody has asked for a minute, and then forgets what it knew", async () => {
    const { store, hub, clock } = await bareHub();
    const position = hub.position();
    clock.at += 61_000_000;
    await store.setPaused("etl", false, NOW);
    await hub.settled();
    expect(hub.after(position, 1)).toBe("gone");
    expect(hub.position().epoch).not.toBe(position.epoch);
  });

  test("a place is the same place after it was written and read", async () => {
    const { hub } = await bareHub();
    const position = hub.position();
    expect(readCursor(cursorText(position))).toEqual(position);
    expect([readCursor(""), readCursor("-1"), readCursor("a-b")]).toEqual([null, null, null]);
  });

  test("what a client may not see is not told", async () => {
    const { store, hub, clock } = await bareHub();
    const controller = new AbortController();
    const stream = new EventStream({
      hub,
      clock: { now: () => clock.at, setTimer: () => () => undefined },
      topics: ["home", "dag:etl"],
      from: null,
      owner: "moon",
      signal: controller.signal,
      maySee: (event: LiveEvent) => Promise.resolve(event.name === "ti"),
    });
    const run = await runOf({ store }, "etl", { runId: "r1", state: "running", instances: [{ taskId: "load" }] });
    await mark(store, run.runKey, "queued");
    await hub.settled();
    const seen = await read(stream, 3);
    expect(seen.map(({ name }) => name)).toEqual(["hello", "ti", "ti"]);
    controller.abort();
    expect(stream.destroyed).toBe(true);
  });
});

const AT = "log:etl/r/1/load/-1/2";
const LINE = { at: NOW, level: "info", source: "stdout" } as const;

/** A log that grows when the test says so. */
function growingLog() {
  let rung = Promise.withResolvers<void>();
  const records: LogRecord[] = [];
  const asked: unknown[] = [];
  const grow = (...messages: readonly string[]): void => {
    for (const message of messages) records.push({ ...LINE, seq: records.length + 1, message });
    rung.resolve();
    rung = Promise.withResolvers();
  };
  const logs = {
    async *read() {
      yield await Promise.resolve(records);
    },
    async *follow(name: object, fromSeq: number, signal: AbortSignal) {
      asked.push({ ...name, fromSeq });
      const ended = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
      for (let next = fromSeq; !signal.aborted;) {
        const fresh = records.slice(next - 1);
        next += fresh.length;
        const more = rung.promise;
        if (fresh.length > 0) yield fresh;
        else await Promise.race([more, ended]);
      }
      asked.push("ended");
    },
  };
  return { logs, grow, asked };
}

describe("the topic of a log", () => {
  test("tells the lines that there are from a number on, then those that come, until nobody wants them", async () => {
    const { logs, grow, asked } = growingLog();
    const at = await openTestServer([chainOf("etl", ["load"])], { logs });
    onTestFinished(() => at.close());
    const address = await at.server.listen({ port: 0, host: "127.0.0.1" });
    grow("one", "two", "three");
    const body = await watch({ address }, `topics=${encodeURIComponent(`${AT}@2`)}`);
    const reader = body.values() as AsyncIterableIterator<Uint8Array>;
    const told: Seen[] = [];
    let rest = "";
    const until = async (count: number) => {
      while (told.length < count) {
        rest += Buffer.from((await reader.next()).value as Uint8Array).toString("utf8");
        const frames = rest.split("\n\n");
        rest = frames.pop() ?? "";
        told.push(...frames.map(parseFrame));
      }
    };
    await until(2);
    const key = { d: "etl", r: "r/1", t: "load", m: -1, n: 2 };
    expect(told[1]).toMatchObject({ name: "log", id: undefined, data: { ...key, lines: [{ n: 2 }, { n: 3 }] } });
    grow("four");
    await until(3);
    expect(told[2]?.data).toMatchObject({ lines: [{ n: 4, m: "four", lv: "info", src: "stdout" }] });
    const path = `/api/momiji/v1/events/streams/${told[0]?.data.stream as string}`;
    expect((await at.call("PUT", path, { topics: ["home"] })).status).toBe(204);
    await expect.poll(() => asked).toContain("ended");
    expect(asked[0]).toEqual({ dagId: "etl", runId: "r/1", taskId: "load", mapIndex: -1, tryNumber: 2, fromSeq: 2 });
  });

  test("of a DAG that may not be read tells nothing, and what names no attempt is passed over", async () => {
    const { logs, grow } = growingLog();
    grow("secret");
    const { hub } = await bareHub();
    const controller = new AbortController();
    const asked: string[] = [];
    const refused = Promise.withResolvers<void>();
    const stream = new EventStream({
      hub,
      clock: { now: () => NOW, setTimer: () => () => undefined },
      topics: [AT, "log:etl", "log:a/b/c/d/e"],
      from: null,
      owner: "moon",
      signal: controller.signal,
      logs,
      maySee: (event: LiveEvent) => {
        asked.push(`${event.name} ${event.dagId ?? ""}`);
        refused.resolve();
        return Promise.resolve(false);
      },
    });
    await refused.promise;
    const seen = await read(stream, 1);
    expect(seen.map(({ name }) => name)).toEqual(["hello"]);
    expect(asked).toEqual(["log etl"]);
    controller.abort();
  });
});

test("a commit tells once which worker holds others, and what the page that greets must read anew", async () => {
  const { store, hub } = await bareHub();
  const run = await runOf({ store }, "etl", { runId: "r1", state: "running", instances: [{ taskId: "load" }] });
  const position = hub.position();
  const update = [{ ...newTaskInstance("load", 0), state: "running" as const, tryNumber: 1, worker: "w-1" }];
  const changes = { run: { ...run, note: "x" }, insert: [], update };
  await store.act({ now: NOW, runs: [{ runKey: run.runKey, expectRevision: run.revision, changes }], events: [] });
  await hub.settled();
  const told = hub.after(position, 10);
  if (told === "gone") throw new Error("the hub listens as long as somebody asks");
  expect(told.map(({ name, topics }) => [name, topics])).toEqual([
    ["run", ["home", "runs", "dag:etl", "run:etl/r1"]],
    ["ti", ["dag:etl", "run:etl/r1"]],
    ["worker", ["workers"]],
    ["home", ["home"]],
  ]);
  expect(told.map(({ data }) => data)).toMatchObject([
    { at: "2026-03-10T12:00:00Z" },
    { t: "load", s: "r", at: "2026-03-10T12:00:00Z" },
    { w: "w-1" },
    { parts: ["running", "counts", "failures", "history"] },
  ]);
});

test("a missed deadline is told of its run, and to the page that greets", async () => {
  const { store, hub } = await bareHub();
  const { runKey, runId } = await runOf({ store }, "etl", { runId: "r1", state: "running", instances: [] });
  const { fence } = await store.claimDags({ owner: "o", leaseSeconds: null, takeover: true });
  const position = hub.position();
  const base = { runKey, dagId: "etl", runId, ordinal: 0, name: null, queuedAt: NOW, createdAt: NOW };
  const deadline = { ...base, state: "missed", dueAt: NOW, endedAt: NOW } as const;
  await store.commit({ owner: "o", fence, now: NOW, runs: [], missed: [{ deadline, callbacks: [] }] });
  await hub.settled();
  expect(hub.after(position, 10)).toMatchObject([
    { name: "deadline", topics: ["home", "runs", "dag:etl", "run:etl/r1"], data: { d: "etl", r: "r1", missed: 1 } },
    { name: "home", data: { parts: ["late"] } },
  ]);
});

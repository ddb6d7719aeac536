import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Json, Temporal } from "@momiji/core";
import type { Watcher, WatcherContext, WatcherNews } from "@momiji/sdk";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fileWatcher, httpWatcher } from "./watchers.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "momiji-watchers-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const nothing = (): void => undefined;

function contextAt(cursor: Json): WatcherContext {
  return {
    asset: { name: "a", uri: "a" },
    cursor,
    log: { debug: nothing, info: nothing, warning: nothing, error: nothing },
    variables: { get: async () => undefined },
    connections: { get: async () => undefined },
    now: () => Temporal.Instant.from("2026-01-01T00:00Z"),
    signal: new AbortController().signal,
  };
}

async function ask({ run }: Watcher, cursor: Json = null): Promise<WatcherNews> {
  if (!("poll" in run)) throw new Error("it is not one that is asked");
  return (await run.poll(contextAt(cursor))) as WatcherNews;
}

function write(name: string, text: string, second: number): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  utimesSync(path, second, second);
  return path;
}

test("a file watcher tells each file that is new or has changed once, the oldest first", async () => {
  const watched = fileWatcher({ path: join(folder, "*.csv") });
  const b = write("b.csv", "1", 1_000);
  const a = write("a.csv", "22", 2_000);
  write("c.txt", "not of the pattern", 500);
  const first = await ask(watched);
  expect(first.events).toEqual([
    { extra: { path: b, size: 1, modified_at: "1970-01-01T00:16:40.000Z" } },
    { extra: { path: a, size: 2, modified_at: "1970-01-01T00:33:20.000Z" } },
  ]);
  expect((await ask(watched, first.cursor)).events).toEqual([]);
  write("a.csv", "33", 3_000);
  const changed = await ask(watched, first.cursor);
  expect(changed.events.map(({ extra }) => extra?.["path"])).toEqual([a]);
  rmSync(b);
  const gone = await ask(watched, changed.cursor);
  expect(gone).toEqual({ events: [], cursor: { [a]: { size: 2, modified: "1970-01-01T00:50:00.000Z" } } });
});

test("a file watcher needs an absolute path", async () => {
  await expect(ask(fileWatcher({ path: "here/*.csv" }))).rejects.toThrow(/must be absolute/);
});

test("an http watcher tells an answer that differs from the last, and sends what it knows of that", async () => {
  const answers = [
    { status: 200, headers: { etag: '"one"' }, body: "1" },
    { status: 304, headers: { etag: '"one"' }, body: "" },
    { status: 200, headers: {}, body: "2" },
    { status: 200, headers: {}, body: "2" },
    { status: 503, headers: {}, body: "" },
  ];
  const known: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    known.push(request.headers["if-none-match"]);
    const { status, headers, body } = answers.shift() ?? { status: 500, headers: {}, body: "" };
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/data?key=1`;
  try {
    const watched = httpWatcher({ url, every: { seconds: 5 } });
    const first = await ask(watched);
    expect(first.events).toEqual([{ extra: { url, status: 200, etag: '"one"', last_modified: null } }]);
    expect(await ask(watched, first.cursor)).toEqual({ events: [] });
    const second = await ask(watched, first.cursor);
    expect(second.events).toHaveLength(1);
    expect((await ask(watched, second.cursor)).events).toEqual([]);
    await expect(ask(watched, second.cursor)).rejects.toThrow(/\/data answered 503$/);
    expect(known).toEqual([undefined, '"one"', '"one"', undefined, undefined]);
  } finally {
    server.close();
  }
});

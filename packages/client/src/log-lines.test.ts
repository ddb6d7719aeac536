import type { LogRecord } from "@momiji/core";
import { expect, test } from "vitest";
import { logLines } from "./log-lines.ts";
import { become, runOf, serve } from "./served.testing.ts";

const attempt = { dagId: "etl", runId: "r1", taskId: "load", tryNumber: 1 };

function record(seq: number): LogRecord {
  return {
    seq,
    at: seq * 1_000_000,
    level: seq % 2 === 0 ? "error" : "info",
    source: "stdout",
    message: `line ${seq}`,
  };
}

const count = (length: number): LogRecord[] => Array.from({ length }, (_, index) => record(index + 1));

async function withLog(lines: LogRecord[]) {
  const read = async function* (_name: unknown, from: number): AsyncGenerator<readonly LogRecord[]> {
    for (let at = from - 1; at < lines.length; at += 1000) yield lines.slice(at, at + 1000);
  };
  const at = await serve(["etl"], { logs: { read } });
  return { ...at, runKey: await runOf(at, "etl", "r1") };
}

async function all<Item>(source: AsyncIterable<Item>): Promise<Item[]> {
  const seen: Item[] = [];
  for await (const item of source) seen.push(item);
  return seen;
}

test("a log comes line by line, from the line that is asked for, filtered", async () => {
  const { client } = await withLog(count(5));
  expect((await all(logLines(client, attempt))).map(({ n, m }) => [n, m])).toEqual(
    [1, 2, 3, 4, 5].map((n) => [n, `line ${n}`]),
  );
  const errors = await all(logLines(client, attempt, { from: 3, level: ["error"] }));
  expect(errors).toEqual([{ n: 4, t: "1970-01-01T00:00:04Z", lv: "error", src: "stdout", m: "line 4" }]);
});

test("a log that is longer than one request comes whole", async () => {
  const { client } = await withLog(count(20_001));
  const numbers = (await all(logLines(client, attempt))).map(({ n }) => n);
  expect(numbers).toEqual(count(20_001).map(({ seq }) => seq));
});

test("followed, it goes on with what is written, and ends with the attempt", async () => {
  const lines = count(2);
  const at = await withLog(lines);
  let pauses = 0;
  const pause = async (): Promise<void> => {
    pauses++;
    lines.push(record(lines.length + 1));
    if (pauses === 2) await become(at, at.runKey, { run: "success", task: "success" });
  };
  const seen = await all(logLines(at.client, attempt, { follow: true, pause }));
  expect(seen.map(({ n }) => n)).toEqual([1, 2, 3, 4]);
  expect(pauses).toBe(2);
});

test("a log that nobody knows is an error, and whoever calls it off stops it", async () => {
  const { client } = await withLog([]);
  await expect(all(logLines(client, { ...attempt, tryNumber: 7 }))).rejects.toMatchObject({ code: "log_not_found" });
  const stop = new AbortController();
  setTimeout(() => stop.abort(new Error("enough")));
  await expect(all(logLines(client, attempt, { follow: true, signal: stop.signal }))).rejects.toThrow("enough");
});

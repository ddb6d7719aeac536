/** A store behind the shipper: what a task wrote comes there once and in order, whatever happens meanwhile. */
import { join } from "node:path";
import type { AttemptOrder, Clock, LogRecord } from "@momiji/core";
import type { LogStore } from "@momiji/sdk";
import { expect, onTestFinished, test } from "vitest";
import { logOf } from "../file-logs.ts";
import { logReader } from "../log-reader.ts";
import { type ShippedLogs, shippedLogs } from "../shipping/shipped-logs.ts";
import { type LogStoreHarness, newOrder, opened, readAll, record, tempFolder } from "./harness.ts";

/** Pauses are a hundredth of what they are, so that nobody waits; nothing is asserted about when. */
const FASTER = 100;
const epoch = Math.round(performance.timeOrigin * 1000);
const clock: Clock = {
  now: () => epoch + Math.round(performance.now() * 1000) * FASTER,
  setTimer(at, callback) {
    const timer = setTimeout(callback, Math.max(0, (at - clock.now()) / 1000 / FASTER));
    return () => clearTimeout(timer);
  },
};

const LONG_ENOUGH = 50_000_000 * FASTER;

interface Place {
  readonly folder: string;
  readonly notesFolder: string;
  readonly warnings: string[];
}

function newPlace(): Place {
  const folder = tempFolder();
  return { folder: join(folder, "logs"), notesFolder: join(folder, "notes"), warnings: [] };
}

function ship(store: LogStore, { folder, notesFolder, warnings }: Place): ShippedLogs {
  const logs = shippedLogs({ store, folder, notesFolder, clock, warn: (text) => void warnings.push(text) });
  logs.start();
  onTestFinished(() => logs.stop(0));
  return logs;
}

/** Reads the store again and again until it has that record. */
async function arrived(store: LogStore, order: AttemptOrder, last: LogRecord): Promise<LogRecord[]> {
  for (;;) {
    const records = await readAll(store, logOf(order)).catch(() => []);
    if (records.at(-1)?.message === last.message) return records;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const messages = (records: readonly LogRecord[]): string[] => records.map(({ message }) => message);
const lines = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, at) => `line ${from + at}`);

export function shipping(make: () => Promise<LogStoreHarness>): void {
  growing(make);
  goingOn(make);
  inTrouble(make);
}

function growing(make: () => Promise<LogStoreHarness>): void {
  test("a log is readable there while the task runs, and from another machine", async () => {
    const store = await (await opened(make)).open();
    const [place, order] = [newPlace(), newOrder()];
    const sink = ship(store, place).open(order);
    sink.write([record(1)]);
    await arrived(store, order, record(1));
    const elsewhere = logReader({
      folder: tempFolder(),
      clock,
      remote: { store: async () => store, notesFolder: "/none" },
    });
    const over = new AbortController();
    const seen: LogRecord[] = [];
    for await (const batch of elsewhere.follow(logOf(order), { signal: over.signal })) {
      seen.push(...batch);
      const { seq = 0 } = seen.at(-1) ?? {};
      if (seq < 5) sink.write([record(seq + 1)]);
      else over.abort();
    }
    expect(messages(seen)).toEqual(lines(1, 5));
  });

  test("many logs at once come there whole", async () => {
    const store = await (await opened(make)).open();
    const logs = ship(store, newPlace());
    const orders = Array.from({ length: 20 }, newOrder);
    const sinks = orders.map((order) => logs.open(order));
    for (let seq = 1; seq <= 20; seq++) for (const sink of sinks) sink.write([record(seq)]);
    for (const sink of sinks) sink.close?.();
    await logs.stop(LONG_ENOUGH);
    for (const order of orders) expect(messages(await readAll(store, logOf(order)))).toEqual(lines(1, 20));
  });
}

function goingOn(make: () => Promise<LogStoreHarness>): void {
  test("what a worker that died left is shipped by the next one, each line once", async () => {
    const store = await (await opened(make)).open();
    const [place, order] = [newPlace(), newOrder()];
    const first = ship(store, place);
    first.open(order).write([record(1), record(2)]);
    await arrived(store, order, record(2));
    first.open(order).write([record(3)]);
    const next = ship(store, place);
    expect(messages(await arrived(store, order, record(3)))).toEqual(lines(1, 3));
    const sink = next.open(order);
    sink.write([record(4)]);
    sink.close?.();
    await next.stop(LONG_ENOUGH);
    expect(messages(await readAll(store, logOf(order)))).toEqual(lines(1, 4));
  });

  test("output that is taken back when a job is followed again is replaced there", async () => {
    const store = await (await opened(make)).open();
    const [place, order] = [newPlace(), newOrder()];
    const logs = ship(store, place);
    const sink = logs.open(order);
    sink.write([{ ...record(1), position: "one" }, record(2), record(3)]);
    await arrived(store, order, record(3));
    expect(sink.resume()).toMatchObject({ position: "one", lastSeq: 1 });
    sink.write([record(2, "second, again")]);
    const records = await arrived(store, order, record(2, "second, again"));
    expect(messages(records)).toEqual(["line 1", "second, again"]);
  });

  test("a log goes on there after its file here was removed", async () => {
    const store = await (await opened(make)).open();
    const [order, before, after] = [newOrder(), newPlace(), newPlace()];
    const first = ship(store, before);
    first.open(order).write([record(1), record(2)]);
    await first.stop(LONG_ENOUGH);
    const logs = ship(store, after);
    const sink = logs.open(order);
    sink.write([record(1, "line 3")]);
    sink.close?.();
    await arrived(store, order, record(3));
    const again = logs.open(order);
    again.write([record(2, "line 4")]);
    const shipped = await arrived(store, order, record(4));
    expect(shipped.map(({ seq, message }) => [seq, message])).toEqual([1, 2, 3, 4].map((seq) => [seq, `line ${seq}`]));
    const reader = logReader({ ...after, clock, remote: { store: async () => store, notesFolder: after.notesFolder } });
    expect((await Array.fromAsync(reader.read(logOf(order)))).flat()).toEqual(shipped);
  });
}

function inTrouble(make: () => Promise<LogStoreHarness>): void {
  test("while it is down tasks go on, it is said once, and then nothing is missing", async () => {
    const harness = await opened(make);
    const store = await harness.open();
    const [place, order] = [newPlace(), newOrder()];
    const logs = ship(store, place);
    const sink = logs.open(order);
    sink.write([record(1)]);
    await arrived(store, order, record(1));
    await harness.down();
    for (let seq = 2; seq <= 50; seq++) sink.write([record(seq)]);
    while (place.warnings.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    for (let seq = 51; seq <= 100; seq++) sink.write([record(seq)]);
    await harness.up();
    expect(messages(await arrived(store, order, record(100)))).toEqual(lines(1, 100));
    sink.close?.();
    await logs.stop(LONG_ENOUGH);
    expect(place.warnings).toEqual([
      expect.stringMatching(/^logs cannot be shipped to .*; they are kept on this machine and shipped later$/),
      `logs go to ${store.name} again`,
    ]);
  });

  test("an answer that is lost makes no line appear twice", async () => {
    const harness = await opened(make);
    const store = await harness.open();
    const [place, order] = [newPlace(), newOrder()];
    const sink = ship(store, place).open(order);
    await harness.loseAnswer();
    sink.write([record(1)]);
    sink.write([record(2)]);
    await arrived(store, order, record(2));
    sink.write([record(3)]);
    expect(messages(await arrived(store, order, record(3)))).toEqual(lines(1, 3));
  });
}

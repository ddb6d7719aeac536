/** What a store does with the parts that it is given. */
import type { LogRecord } from "@momiji/core";
import { expect, test } from "vitest";
import { type LogStoreHarness, opened, part, readAll, record } from "./harness.ts";

const LOG = "dag_id=etl/run_id=manual__2026-01-01T00:00:00+00:00/task_id=load%20%E6%BC%A2/map_index=3/attempt=1.log";
const range = (from: number, to: number): LogRecord[] =>
  Array.from({ length: to - from + 1 }, (_, at) => record(from + at));

/** Characters from everywhere. */
const ODD = Array.from({ length: 500 }, (_, at) => String.fromCodePoint((at * 40_503) % 0x110000))
  .join("")
  .toWellFormed();

export function keeping(make: () => Promise<LogStoreHarness>): void {
  reading(make);
  replacing(make);
  removing(make);
}

function reading(make: () => Promise<LogStoreHarness>): void {
  test("a log is read as it was written, from any record on, and by another process", async () => {
    const harness = await opened(make);
    const store = await harness.open();
    const odd = { ...record(3, 'quotes " and \n newlines, \u2028, 漢, ***'), level: "error", position: "p:3" } as const;
    await store.append(LOG, part(0, [record(1), record(2)]));
    await store.append(LOG, part(0, [odd, { ...record(4), at: 17 }]));
    const other = await harness.open();
    expect(await readAll(other, LOG)).toEqual([record(1), record(2), odd, { ...record(4), at: 17 }]);
    expect(await readAll(other, LOG, 4)).toEqual([{ ...record(4), at: 17 }]);
    expect(await readAll(other, LOG, 5)).toEqual([]);
    expect(await other.end(LOG)).toEqual({ life: 0, seq: 4 });
  });

  test("a log that nobody wrote is empty", async () => {
    const store = await (await opened(make)).open();
    expect([await store.end(LOG), await readAll(store, LOG)]).toEqual([null, []]);
  });

  test("many lines, long lines and lines of any character come back whole", async () => {
    const store = await (await opened(make)).open();
    const long = Array.from({ length: 8 }, (_, at) => record(at + 1, "漢\u0001".repeat(20_000)));
    const many = range(9, 11_000);
    await store.append(LOG, part(0, long.slice(0, 4)));
    await store.append(LOG, part(0, long.slice(4)));
    await store.append(LOG, part(0, many));
    // As texts: a difference between megabytes of objects takes long to be told.
    expect(JSON.stringify(await readAll(store, LOG)) === JSON.stringify([...long, ...many])).toBe(true);
    const odd = record(11_001, ODD);
    await store.append(LOG, part(0, [odd]));
    expect(await readAll(store, LOG, 11_001)).toEqual([odd]);
  });
}

function replacing(make: () => Promise<LogStoreHarness>): void {
  test("a part that comes again, alone or with more behind it, is read once", async () => {
    const store = await (await opened(make)).open();
    await store.append(LOG, part(0, range(1, 3)));
    await store.append(LOG, part(0, range(4, 6)));
    await store.append(LOG, part(0, range(4, 6)));
    await store.append(LOG, part(0, range(4, 9)));
    expect(await readAll(store, LOG)).toEqual(range(1, 9));
    expect(await readAll(store, LOG, 5)).toEqual(range(5, 9));
    expect(await store.end(LOG)).toEqual({ life: 0, seq: 9 });
  });

  test("what was taken back is gone, however often, and what came instead is read", async () => {
    const store = await (await opened(make)).open();
    const again = (seq: number): LogRecord => record(seq, `other ${seq}`);
    await store.append(LOG, part(0, range(1, 5)));
    await store.append(LOG, part(1, [again(4)]));
    expect(await readAll(store, LOG)).toEqual([...range(1, 3), again(4)]);
    expect(await store.end(LOG)).toEqual({ life: 1, seq: 4 });
    await store.append(LOG, part(1, [again(5), again(6)]));
    await store.append(LOG, part(2, [record(3, "third")]));
    expect(await readAll(store, LOG)).toEqual([...range(1, 2), record(3, "third")]);
    expect(await store.end(LOG)).toEqual({ life: 2, seq: 3 });
  });
}

function removing(make: () => Promise<LogStoreHarness>): void {
  test("a folder of logs is removed with all in it, and nothing beside it", async () => {
    const store = await (await opened(make)).open();
    const logs = ["dag_id=a/run_id=1/task_id=x/attempt=1.log", "dag_id=a/run_id=1/on_failure-1.log"];
    const others = ["dag_id=a/run_id=10/task_id=x/attempt=1.log", "dag_id=b/run_id=1/task_id=x/attempt=1.log"];
    for (const log of [...logs, ...others]) await store.append(log, part(0, [record(1)]));
    await store.append(logs[0] ?? "", part(1, [record(1, "again")]));
    expect(await store.remove("dag_id=a/run_id=1/")).toBe(2);
    expect(await store.remove("dag_id=a/run_id=1/")).toBe(0);
    const left = await Promise.all([...logs, ...others].map((log) => readAll(store, log)));
    expect(left.map((records) => records.length)).toEqual([0, 0, 1, 1]);
  });

  test("what is old is removed, what is not stays", async () => {
    const store = await (await opened(make)).open();
    const log = "dag_id=a/run_id=1/task_id=x/attempt=1.log";
    await store.append(log, part(0, [record(1)]));
    expect(await store.removeBefore(record(1).at - 3_600_000_000)).toBe(0);
    expect(await readAll(store, log)).toHaveLength(1);
    expect(await store.removeBefore(record(1).at + 86_400_000_000)).toBe(1);
    expect(await readAll(store, log)).toEqual([]);
  });
}

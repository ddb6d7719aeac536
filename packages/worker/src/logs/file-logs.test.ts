import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { createMasker, type LogRecord } from "@momiji/core";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { orderOf, realClock } from "../worker.testing.ts";
import { AttemptLog, type LogContext } from "./attempt-log.ts";
import { fileLogs } from "./file-logs.ts";
import { logPath } from "./log-path.ts";
import { followLog, readLog } from "./read-log.ts";

const folder = mkdtempSync(join(tmpdir(), "momiji-logs-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const record = (seq: number, message = `line ${seq}`): LogRecord => ({
  seq,
  at: seq,
  level: "info",
  source: "stdout",
  message,
});

function newLog(): { order: ReturnType<typeof orderOf>; path: string } {
  const order = orderOf({});
  const { dagId, runId } = order.run;
  return { order, path: logPath(folder, { dagId, runId, taskId: order.task.taskId, mapIndex: -1, tryNumber: 1 }) };
}

async function readAll(path: string, fromSeq = 1): Promise<LogRecord[]> {
  return (await Array.fromAsync(readLog(path, { fromSeq }))).flat();
}

describe("the path of a log", () => {
  test("no id leads out of its folder, and different ids lead to different files", () => {
    const name = fc.record({
      dagId: fc.string(),
      runId: fc.string({ unit: "binary" }),
      taskId: fc.string({ maxLength: 400 }),
    });
    fc.assert(
      fc.property(name, name, (a, b) => {
        const [first, second] = [a, b].map((ids) => logPath("/logs", { ...ids, mapIndex: -1, tryNumber: 1 })) as [
          string,
          string,
        ];
        expect(relative("/logs", first).split("/")).toHaveLength(4);
        expect(first.split("/").every((part) => part !== ".." && part.length <= 255)).toBe(true);
        const wellFormed = (ids: typeof a): string => JSON.stringify(Object.values(ids).map((id) => id.toWellFormed()));
        expect(first === second).toBe(wellFormed(a) === wellFormed(b));
      }),
    );
  });

  test("is Airflow's", () => {
    const name = { dagId: "d", runId: "scheduled__2026-01-01T00:00:00+00:00", taskId: "t", mapIndex: 3, tryNumber: 2 };
    expect(logPath("/logs", name)).toBe(
      "/logs/dag_id=d/run_id=scheduled__2026-01-01T00:00:00+00:00/task_id=t/map_index=3/attempt=2.log",
    );
  });
});

describe("a log file", () => {
  test("is read as it was written, from any record on", async () => {
    const { order, path } = newLog();
    const odd = 'quotes " and \n newlines, \u2028, 漢, \ud800';
    fileLogs(folder)(order).write([record(1), record(2, odd), record(3)]);
    expect(await readAll(path)).toEqual([record(1), record(2, odd), record(3)]);
    expect(await readAll(path, 3)).toEqual([record(3)]);
  });

  test("goes on where an earlier life ended, without the line that it could not finish", async () => {
    const { order, path } = newLog();
    fileLogs(folder)(order).write([record(1), record(2)]);
    appendFileSync(path, '{"seq":3,"at":3,"lev');
    const sink = fileLogs(folder)(order);
    expect(sink.lastSeq).toBe(2);
    sink.write([record(3)]);
    expect(await readAll(path)).toEqual([record(1), record(2), record(3)]);
  });

  test("that nobody wrote is empty, and is not created", async () => {
    const { path } = newLog();
    expect(await readAll(path)).toEqual([]);
  });
});

describe("following a log", () => {
  test("gives what is there, what comes, and ends when it is told, with all that was written by then", async () => {
    const { order, path } = newLog();
    const stop = new AbortController();
    const seen: LogRecord[] = [];
    let next = Promise.withResolvers<void>();
    const following = (async () => {
      for await (const batch of followLog(path, { signal: stop.signal })) {
        seen.push(...batch);
        next.resolve();
      }
    })();
    for (let seq = 1; seq <= 5; seq++) {
      next = Promise.withResolvers<void>();
      fileLogs(folder)(order).write([record(seq)]);
      await next.promise;
    }
    fileLogs(folder)(order).write([record(6)]);
    stop.abort();
    await following;
    expect(seen.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test("waits for a file whose folders are not there yet", async () => {
    const path = join(folder, "not", "yet", "there", "attempt=1.log");
    const stop = new AbortController();
    const first = followLog(path, { signal: stop.signal }).next();
    mkdirSync(dirname(path), { recursive: true });
    appendFileSync(path, `${JSON.stringify(record(1))}\n`);
    expect((await first).value).toEqual([record(1)]);
    stop.abort();
  });

  test("ends at once if it is told before it begins", async () => {
    const { order, path } = newLog();
    fileLogs(folder)(order).write([record(1)]);
    const batches = await Array.fromAsync(followLog(path, { signal: AbortSignal.abort() }));
    expect(batches.flat()).toEqual([record(1)]);
  });
});

describe("the log of an attempt", () => {
  const context = (warnings: string[]): LogContext => ({
    clock: realClock,
    masker: createMasker(),
    maxBytes: 1 << 20,
    flushSoon: () => {},
    held: { characters: 0, isOver: false },
    warn: (message) => warnings.push(message),
  });

  test("is not created before somebody says something", () => {
    const { order, path } = newLog();
    new AttemptLog(context([]), () => fileLogs(folder)(order)).close();
    expect(() => readdirSync(dirname(path))).toThrow("ENOENT");
  });

  test("has words that stand before what follows, or nowhere", async () => {
    const [silent, heard, waiting] = [newLog(), newLog(), newLog()];
    const logs = [silent, heard, waiting].map(
      ({ order }) => new AttemptLog(context([]), () => fileLogs(folder)(order)),
    );
    for (const log of logs) log.sayBefore("it begins");
    logs[1]?.say("info", "something");
    logs[2]?.sayNow();
    for (const log of logs) log.close();
    const texts = await Promise.all(
      [silent, heard, waiting].map(async ({ path }) => (await readAll(path)).map(({ message }) => message)),
    );
    expect(texts).toEqual([[], ["it begins", "something"], ["it begins"]]);
  });

  test("counts what was kept before, and not how much room it takes, when another worker goes on with it", () => {
    const { order } = newLog();
    const open = () => new AttemptLog({ ...context([]), maxBytes: 100 }, () => fileLogs(folder)(order));
    const write = (log: AttemptLog, from: number, to: number): void => {
      for (let line = from; line < to; line++)
        log.write({ at: 1, level: "info", source: "stdout", message: "nine char", position: `${line}` });
    };
    const first = open();
    write(first, 0, 7);
    first.flush();
    const next = open();
    expect(next.resume()).toBe("6");
    write(next, 7, 9);
    expect(next.isFull).toBe(false);
    write(next, 9, 10);
    expect(next.isFull).toBe(true);
    next.close();
    const last = open();
    expect([last.resume(), last.isFull]).toEqual(["9", true]);
  });

  /** A log whose disk is full as long as it says so; `partly`: so many records of a write are written before it fails. */
  function fillable() {
    const { order, path } = newLog();
    const warnings: string[] = [];
    const timers: (() => void)[] = [];
    const disk = { isFull: true, partly: 0 };
    const clock = { now: realClock.now, setTimer: (_at: number, call: () => void) => (timers.push(call), () => {}) };
    const log = new AttemptLog({ ...context(warnings), clock }, () => {
      const sink = fileLogs(folder)(order);
      const write: typeof sink.write = (records) => {
        if (!disk.isFull) return sink.write(records);
        if (disk.partly > 0) {
          sink.write(records.slice(0, disk.partly));
          appendFileSync(path, '{"seq":');
        }
        throw new Error("ENOSPC");
      };
      return { ...sink, write };
    });
    const read = async () => (await readAll(path)).map(({ seq, message }) => [seq, message]);
    return { log, disk, warnings, read, retry: () => timers.splice(0).forEach((call) => call()) };
  }

  test("keeps its lines while the disk is full, and writes each once when it no longer is", async () => {
    const { log, disk, warnings, read, retry } = fillable();
    log.say("info", "one");
    log.say("info", "two");
    log.say("info", "three");
    disk.partly = 2;
    log.flush();
    log.say("info", "four");
    disk.partly = 0;
    retry();
    disk.isFull = false;
    log.say("info", "five");
    retry();
    log.close();
    expect(await read()).toEqual(["one", "two", "three", "four", "five"].map((text, at) => [at + 1, text]));
    expect(warnings).toEqual([expect.stringContaining("ENOSPC")]);
  });

  test("of an attempt that has ended is written still", async () => {
    const { log, disk, read, retry } = fillable();
    log.say("info", "the last words");
    log.close();
    retry();
    disk.isFull = false;
    retry();
    expect(await read()).toEqual([[1, "the last words"]]);
  });

  test("says how many lines were too many to keep, and its numbers have no gap", async () => {
    const { log, disk, read } = fillable();
    log.say("info", "kept");
    log.flush();
    for (let at = 0; at < 3; at++) log.say("info", "x".repeat(300_000));
    disk.isFull = false;
    log.close();
    expect(await read()).toEqual([
      [1, "kept"],
      [2, "3 lines before this one could not be written"],
    ]);
  });
});

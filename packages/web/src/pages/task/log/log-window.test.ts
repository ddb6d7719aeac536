import type { LogLine } from "@momiji/client";
import { expect, test } from "vitest";
import { LogWindow } from "./log-window.ts";

function lines(place: number, limit: number, length = 1): readonly LogLine[] {
  return Array.from({ length: limit }, (_, at) => ({
    n: place + at + 1,
    t: "",
    lv: "info",
    src: "",
    m: "x".repeat(length),
  }));
}

test("a line is read with its page when it is looked at, once", async () => {
  const asked: number[] = [];
  const told = Promise.withResolvers<void>();
  const read = async (place: number, limit: number) => {
    asked.push(place);
    return lines(place, limit);
  };
  const log = new LogWindow(read, told.resolve);
  expect([log.line(1234), log.line(1001)]).toEqual([undefined, undefined]);
  await told.promise;
  expect(log.line(1234)?.n).toBe(1235);
  expect(asked).toEqual([1000]);
});

test("lines that have come by themselves need not be read", () => {
  const log = new LogWindow(
    () => Promise.reject(new Error("nothing is to be read")),
    () => {},
  );
  log.put(300, lines(300, 400));
  expect([log.known(299), log.line(300)?.n, log.line(699)?.n]).toEqual([undefined, 301, 700]);
});

test("what is far away is forgotten when the lines are long", () => {
  const log = new LogWindow(
    async (place, limit) => lines(place, limit),
    () => {},
  );
  for (const page of [0, 1, 2]) log.put(page * 500, lines(page * 500, 500, 20_000));
  expect([log.known(0), log.known(500)?.n, log.known(1499)?.n]).toEqual([undefined, undefined, 1500]);
});

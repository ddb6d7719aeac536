import { expect, test } from "vitest";
import { progressOf, withElapsed } from "./progress.ts";

function terminalOf(isTerminal: boolean) {
  const written: string[] = [];
  return { written, isTerminal, warn: (text: string) => void written.push(text) };
}

test("on a terminal one line is written over, at most ten times a second, and taken away in the end", () => {
  let now = 0;
  const terminal = terminalOf(true);
  const progress = progressOf(terminal, () => now);
  for (; now < 250_000; now += 10_000) progress.show(`at ${now}`);
  progress.done();
  progress.done();
  expect(terminal.written).toEqual(["at 0", "at 100000", "at 200000", ""].map((text) => `\r\u001b[2K${text}`));
});

test("where nobody watches nothing is written", () => {
  const terminal = terminalOf(false);
  const progress = progressOf(terminal, () => 0);
  progress.show("half");
  progress.done();
  expect(terminal.written).toEqual([]);
});

test("what cannot say how far it is shows how long it takes, and gives its answer or its error", async () => {
  let now = 0;
  let tick = (): void => undefined;
  const clock = {
    now: () => now,
    setTimer: (_at: number, callback: () => void) => {
      tick = callback;
      return () => void (tick = () => undefined);
    },
  };
  const terminal = terminalOf(true);
  const { promise, resolve } = Promise.withResolvers<number>();
  const answer = withElapsed("Checking", { terminal, clock }, () => promise);
  now = 1_000_000;
  tick();
  resolve(7);
  expect(await answer).toBe(7);
  expect(terminal.written).toEqual(["Checking (0 s)", "Checking (1 s)", ""].map((text) => `\r\u001b[2K${text}`));
  await expect(withElapsed("Checking", { terminal, clock }, () => Promise.reject(new Error("no")))).rejects.toThrow(
    "no",
  );
});

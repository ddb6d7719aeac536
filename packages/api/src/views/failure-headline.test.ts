/** What a log says of a failure. */
import type { LogRecord } from "@momiji/core";
import { expect, test } from "vitest";
import type { LogName } from "../log-reader.ts";
import { FailureHeadlines, headlineOf } from "./failure-headline.ts";

const said = (source: LogRecord["source"], message: string, level: LogRecord["level"] = "info"): LogRecord => ({
  seq: 1,
  at: 0,
  level,
  source,
  message,
});

const ENDED = said("momiji", "the command ended with exit code 3", "error");

test("what a program said tells more than what is said of it", () => {
  expect(headlineOf([said("stdout", "begin"), said("stderr", "no such table"), ENDED], "exit_code")).toBe(
    "no such table",
  );
  expect(headlineOf([said("stdout", "begin"), said("stdout", "bye"), ENDED], "exit_code")).toBe("bye");
  expect(headlineOf([ENDED], "exit_code")).toBe(ENDED.message);
});

test("the machine's own frames say nothing of why a process broke down", () => {
  const dump = [
    "FATAL ERROR: heap out of memory",
    "----- Native stack trace -----",
    "",
    " 1: 0xf10a4c node::Abort() [node]",
  ];
  const lines = dump.map((line) => said("stderr", line));
  expect(headlineOf(lines, "out_of_memory")).toBe("FATAL ERROR: heap out of memory");
  expect(headlineOf([...lines.slice(3), ENDED], "out_of_memory")).toBe(ENDED.message);
});

test("lists hear of a program that was silent nothing, and of one that spoke its last words, read once", async () => {
  const NAME: LogName = { dagId: "etl", runId: "r1", taskId: "load", mapIndex: -1, tryNumber: 1 };
  let reads = 0;
  const headlines = new FailureHeadlines({
    async *read({ tryNumber }) {
      reads++;
      yield await Promise.resolve(tryNumber === 1 ? [ENDED] : [said("stderr", "no such table"), { ...ENDED, seq: 2 }]);
    },
  });
  expect(await headlines.of("a", NAME, "exit_code")).toBeNull();
  expect(await headlines.of("b", { ...NAME, tryNumber: 2 }, "exit_code")).toBe("no such table");
  const before = reads;
  expect(await headlines.of("a", NAME, "exit_code")).toBeNull();
  expect(reads).toBe(before);
});

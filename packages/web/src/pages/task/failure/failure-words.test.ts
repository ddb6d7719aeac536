/** Failures are told in the reader's language, with what was said beside it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createI18n } from "../../../i18n/i18n.ts";
import { adviceText, chatText, failureTold, toldOf } from "./failure-words.ts";
import type { Failure } from "./failure-data.ts";

const en = (await createI18n("en")).getFixedT("en", "failure");
const ja = (await createI18n("ja")).getFixedT("ja", "failure");

const GUIDES = join(import.meta.dirname, "..", "..", "..", "..", "..", "..", "docs", "guides");

/** In the first column of the guide's table of failures. */
function codesOf(guide: string): readonly string[] {
  const [, part = ""] = readFileSync(join(GUIDES, guide), "utf8").split("\n## Failures\n");
  const rows = (part.split("\n## ")[0] ?? "").split("\n").filter((line) => line.startsWith("| `"));
  return rows.flatMap((row) => [...(row.split("|")[1] ?? "").matchAll(/`(\w+)`/g)].map(([, code = ""]) => code));
}

const JAPANESE = /\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Han}/u;
const OWN = ["timeout", "memory", "signal", "lost", "cancelled", "template", "sensor_timeout", "child_died", "xcom"];

test.each(["docker.md", "kubernetes.md", "ecs.md"])("every failure of %s has words in both languages", (guide) => {
  const codes = codesOf(guide);
  expect(codes.length).toBeGreaterThan(10);
  for (const code of [...codes, ...OWN]) {
    const told = toldOf({ code, exitCode: null, title: "CannotPullContainerError" }, ja);
    expect(told.words, code).toMatch(JAPANESE);
    expect(told.said).toBe("CannotPullContainerError");
    expect(toldOf({ code, exitCode: null, title: "said" }, en).words, code).not.toBe("Said");
  }
});

test("an exit code is told with its number, and not twice", () => {
  const plain = { code: "exit_code", exitCode: 3, title: "the command ended with exit code 3" };
  expect(toldOf(plain, en)).toEqual({ words: "Ended with exit code 3", said: null });
  expect(toldOf(plain, ja)).toEqual({ words: "終了コード 3 で終了しました", said: null });
  const other = { ...plain, title: "container app ended with exit code 3: Essential container exited" };
  expect(toldOf(other, ja).said).toBe(other.title);
});

test("what an author says is told as it is, and a code that nobody knows by what the server says", () => {
  expect(toldOf({ code: "exception", exitCode: null, title: "no orders today" }, ja)).toEqual({
    words: "no orders today",
    said: null,
  });
  expect(toldOf({ code: "of_tomorrow", exitCode: null, title: "who knows" }, ja).words).toBe("Who knows");
});

const FAILURE = {
  code: "upstream_failed",
  title: "load failed: the command ended with exit code 3",
  params: {},
  errorName: null,
  headline: null,
  causes: [{ taskId: "load", code: "exit_code", exitCode: 3, title: "the command ended with exit code 3" }],
} as unknown as Failure;

test("of a task that never began the cause is told, with its own code", () => {
  expect(failureTold(FAILURE, en).words).toBe("load failed: Ended with exit code 3");
  expect(failureTold(FAILURE, ja).words).toBe("load が失敗しました: 終了コード 3 で終了しました");
});

test("a chat gets the cause and the link", () => {
  const told = { words: "Out of memory", said: "killed at 64 MiB" };
  expect(chatText(FAILURE, told, { name: "etl · load", url: "https://x/y" })).toBe(
    "✕ etl · load: Out of memory\nkilled at 64 MiB\nhttps://x/y",
  );
});

test("advice is told by its code, what was said of this one as it was said", () => {
  const advice = { code: "memory", text: "raise it", href: "x.md" };
  expect(adviceText({ ...advice, kind: "general" }, ja)).toMatch(JAPANESE);
  expect(adviceText({ ...advice, kind: "guide" }, ja)).toMatch(JAPANESE);
  expect(adviceText({ ...advice, kind: "said" }, ja)).toBe("Raise it");
  expect(adviceText({ ...advice, code: "of_tomorrow", kind: "general" }, ja)).toBe("raise it");
});

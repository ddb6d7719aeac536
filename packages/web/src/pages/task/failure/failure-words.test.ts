/** Failures are told in the reader's language, with what was said beside it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { TFunction } from "i18next";
import jobs from "../../../i18n/en/jobs.json" with { type: "json" };
import { allWords } from "../../../i18n/words.testing.ts";
import { sentence } from "../why/why-words.ts";
import { adviceTold, chatText, failureTold, toldOf } from "./failure-words.ts";
import type { Failure } from "./failure-data.ts";

const en = (await allWords("en")).getFixedT("en", "failure");
const ja = (await allWords("ja")).getFixedT("ja", "failure");

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

const advised = async (language: "en" | "ja") =>
  (await allWords(language)).getFixedT(language, ["failure", "jobs"]) as TFunction<["failure", "jobs"]>;
const [enAdvice, jaAdvice] = [await advised("en"), await advised("ja")];

test("advice is told by its code, what was said of this one as it was said", () => {
  const advice = { code: "memory", text: "raise it", href: "x.md" };
  expect(adviceTold({ ...advice, kind: "general" }, jaAdvice).words).toMatch(JAPANESE);
  expect(adviceTold({ ...advice, kind: "guide" }, jaAdvice).words).toMatch(JAPANESE);
  expect(adviceTold({ ...advice, kind: "said" }, jaAdvice).words).toBe("Raise it");
  expect(adviceTold({ ...advice, code: "of_tomorrow", kind: "general" }, jaAdvice).words).toBe("raise it");
});

test("what an operator always says of a code is told in the reader's language, what it says besides as it is", () => {
  const advice = { code: "quota", kind: "said", text: jobs.remedy.ecs.quota, href: "guides/ecs.md#failures" } as const;
  expect(adviceTold(advice, enAdvice)).toEqual({ words: sentence(jobs.remedy.ecs.quota), said: null });
  expect(adviceTold(advice, jaAdvice)).toMatchObject({ words: expect.stringMatching(JAPANESE), said: null });
  // Batch says of containers what ECS says.
  expect(adviceTold({ ...advice, href: "guides/amazon.md" }, jaAdvice).words).toMatch(JAPANESE);
  const statement = { ...advice, code: "access_denied", text: "add this statement to the role's policy: {}" };
  expect(adviceTold(statement, jaAdvice)).toMatchObject({
    words: expect.stringMatching(JAPANESE),
    said: "Add this statement to the role's policy: {}",
  });
});

test.each(["docker", "ecs"] as const)("what the guide of %s says to do are the words of the interface", (guide) => {
  const [, part = ""] = readFileSync(join(GUIDES, `${guide}.md`), "utf8").split("\n## Failures\n");
  const rows = (part.split("\n## ")[0] ?? "").split("\n").filter((line) => line.startsWith("| `"));
  expect(rows.length).toBeGreaterThan(10);
  const told = rows.map((row) => row.split(" | ").map((cell) => cell.replace(/^\| | \|$/g, "")));
  expect(Object.fromEntries(told.map(([code = "", , remedy]) => [code.replaceAll("`", ""), remedy]))).toEqual(
    jobs.remedy[guide],
  );
});

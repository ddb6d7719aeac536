/** What failures are called: by their codes in the reader's language, beside that what the program or the server said. */
import type { TFunction } from "i18next";
import type words from "../../../i18n/en/failure.json";
import { sentence } from "../why/why-words.ts";
import type { Failure } from "./failure-data.ts";

export type FailureWords = TFunction<"failure">;
type Code = keyof (typeof words)["title"];
type AdviceCode = Exclude<keyof (typeof words)["advice"], "guide">;

/** A failure as lists have it. */
export interface Named {
  readonly code: string | null;
  readonly exitCode: number | null;
  /** The server's words. */
  readonly title: string;
}

export interface Told {
  /** In the reader's language. */
  readonly words: string;
  /** What was said of it besides, as it was said; null: nothing that the words do not tell. */
  readonly said: string | null;
}

/** What authors write themselves is left as it is. */
const OWN_WORDS = new Set(["exception", "none"]);

export function toldOf({ code, exitCode, title }: Named, t: FailureWords): Told {
  if (code === null) return { words: sentence(title), said: null };
  if (OWN_WORDS.has(code)) return { words: title, said: null };
  if (code === "exit_code" && exitCode !== null) {
    const said = PLAIN_EXIT.test(title) ? null : title;
    return { words: t("title.exit_code", { exitCode }), said };
  }
  const name = code === "exit_code" ? "exit" : code;
  const known = t(`title.${name as Code}`, { defaultValue: "" });
  if (known === "") return { words: sentence(title), said: null };
  return { words: known, said: title === "" ? null : title };
}

/** Says no more than the exit code. */
const PLAIN_EXIT = /^the command ended with exit code \d+$/;

export function failureTold(failure: Failure, t: FailureWords): Told {
  const { code, title, params, causes, errorName } = failure;
  const [first, ...more] = causes;
  if (code === "upstream_failed") {
    if (first === undefined) return { words: t("upstreamUnknown"), said: null };
    const { words, said } = toldOf(first, t);
    const values = { task: first.taskId, cause: words };
    const told = more.length === 0 ? t("upstream", values) : t("upstreamMore", { ...values, count: more.length });
    return { words: told, said };
  }
  const { exitCode } = params;
  return attemptTold({ code, title, errorName, exitCode: typeof exitCode === "number" ? exitCode : null }, t);
}

/** With the name of the error that was raised. */
export function attemptTold(attempt: Named & { readonly errorName: string | null }, t: FailureWords): Told {
  const { code, title, errorName } = attempt;
  const told = toldOf(attempt, t);
  const isNamed = code !== "exception" || errorName === null || title.startsWith(errorName);
  return isNamed ? told : { ...told, words: `${errorName}: ${told.words}` };
}

type Advice = Failure["advice"][number];

/** What somebody can do about it; `said`: what its operator said of this one besides, as it was said. */
export function adviceTold({ code, kind, text, href }: Advice, t: TFunction<["failure", "jobs"]>): Told {
  if (kind === "guide") return { words: t("failure:advice.guide"), said: null };
  if (kind === "general")
    return { words: t(`failure:advice.${code as AdviceCode}`, { defaultValue: text }), said: null };
  for (const provider of PROVIDERS.find(([page]) => href.startsWith(page))?.[1] ?? []) {
    const key = `jobs:remedy.${provider}.${code as "job_gone"}` as const;
    const standard = t(key, { defaultValue: "", lng: "en" });
    if (standard !== "") return { words: sentence(t(key)), said: standard === text ? null : sentence(text) };
  }
  return { words: sentence(text), said: null };
}

/** Whose words the operators that a page is about use. */
const PROVIDERS = [
  ["guides/docker.md", ["docker"]],
  ["guides/ecs.md", ["ecs"]],
  ["guides/amazon.md", ["batch", "ecs"]],
] as const;

/** For a chat: what failed where, its cause, and where to look. */
export function chatText(failure: Failure, told: Told, where: { readonly name: string; readonly url: string }): string {
  const { headline, title } = failure;
  const cause = headline === null || headline === title ? told.said : headline;
  return [`✕ ${where.name}: ${told.words}`, ...(cause === null ? [] : [cause]), where.url].join("\n");
}

/** Values of a change are names, or what they are. */
export function changeValue(value: unknown): string {
  if (Array.isArray(value)) return value.join(", ");
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Why the server refused, in the reader's language: by the code of the error. */
import type { TFunction } from "i18next";
import words from "../i18n/en/problem.json" with { type: "json" };

type Code = keyof typeof words;

interface ProblemWords {
  readonly words: string;
  /** What to do; null: nothing more than the words tell. */
  readonly remedy: string | null;
}

/** Null: a code without words here, so that the server's own are told. */
export function problemWords(code: string | undefined, t: TFunction<"problem">): ProblemWords | null {
  if (code === undefined || !(code in words)) return null;
  const remedy = "remedy" in words[code as Code] ? t(`${code as Code}.remedy` as `${Code}.words`) : null;
  return { words: t(`${code as Code}.words`), remedy };
}

/** The right that the server's remedy names as missing, `can_read on DAG Code`; null: it names none. */
export function missingRightOf(remedy: string | undefined): string | null {
  return /\((can_\w+ on [^)]+)\)/.exec(remedy ?? "")?.[1] ?? null;
}

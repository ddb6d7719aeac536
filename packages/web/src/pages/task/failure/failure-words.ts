/** What failures are called: by their codes in the reader's language, else as the server says it. */
import type { TFunction } from "i18next";
import type { Failure } from "./failure-data.ts";

type Words = TFunction<"task">;

export function failureTitle({ code, title, params }: Pick<Failure, "code" | "title" | "params">, t: Words): string {
  const { exitCode } = params;
  if (code === "exit_code" && typeof exitCode === "number") return t("failure.code.exit_code", { exitCode });
  return title;
}

/** For a chat: what failed where, its cause, and where to look. */
export function chatText(failure: Failure, { name, url }: { readonly name: string; readonly url: string }): string {
  const cause = failure.headline === null || failure.headline === failure.title ? [] : [failure.headline];
  return [`✕ ${name}: ${failure.title}`, ...cause, url].join("\n");
}

/** Values of a change are names, or what they are. */
export function changeValue(value: unknown): string {
  if (Array.isArray(value)) return value.join(", ");
  return typeof value === "string" ? value : JSON.stringify(value);
}

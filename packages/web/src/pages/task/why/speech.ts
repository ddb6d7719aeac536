/** What the words of reasons are made with. */
import type { TFunction } from "i18next";

/** Their part of the catalogue, for `useTranslation`. */
export const WHY = ["why", "states"] as const;
export type Words = TFunction<typeof WHY>;

/** Names, as the language lists them. */
export function listed(names: readonly string[], t: Words): string {
  return names.join(t("why:list"));
}

/** Two sentences; the second may be missing. */
export function together(first: string, second: string | null, t: Words): string {
  return second === null ? first : t("why:join", { first, second });
}

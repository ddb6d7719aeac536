/** An error in one line, where there is no room for a panel. */
import { MomijiError } from "@momiji/client";
import { useTranslation } from "react-i18next";
import { problemWords } from "./problem-words.ts";

/** Of these only the server's own words name what is wrong. */
const NAMING: ReadonlySet<string | undefined> = new Set([
  "backfill_refused",
  "invalid",
  "invalid_connection",
  "invalid_params",
  "invalid_run_id",
]);

/** In the reader's language, as far as there are words. */
export function useErrorText(): (error: Error) => string {
  const { t } = useTranslation();
  const { t: words } = useTranslation("problem");
  return (error) => {
    if (!(error instanceof MomijiError)) return error.message;
    if (error.status === 0) return t("problem.offline");
    const told = problemWords(error.code, words)?.words ?? error.message;
    return NAMING.has(error.code) ? [told, error.message].join(" ") : told;
  };
}

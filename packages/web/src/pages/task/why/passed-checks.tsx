/** What was looked at and does not hold the task instance: folded, since people ask for the rest first. */
import type { components } from "@momiji/client";
import { useTranslation } from "react-i18next";
import styles from "../task.module.css";
import { passedText } from "./passed-words.ts";
import { WHY } from "./speech.ts";

export function PassedChecks({ checks }: { readonly checks: readonly components["schemas"]["PassedCheck"][] }) {
  const { t } = useTranslation(WHY);
  if (checks.length === 0) return null;
  return (
    <details className={styles["passed"]}>
      <summary>
        <span aria-hidden="true">✓</span> {t("why:passed.all", { count: checks.length })}
      </summary>
      <ul className={styles["reasons"]}>
        {checks.map((check) => (
          <li key={check.code}>
            <span aria-hidden="true">✓</span> {passedText(check, t)}
          </li>
        ))}
      </ul>
    </details>
  );
}

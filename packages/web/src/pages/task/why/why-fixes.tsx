/** What would change it: where to go, and what the server advises. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { BASE_URL } from "../../../api/client.ts";
import styles from "../task.module.css";
import type { WhyPlace } from "./why-place.ts";
import { factsOf, type Reason } from "./why-words.ts";

interface WhyFixesProps {
  readonly reasons: readonly Reason[];
  readonly place: WhyPlace;
}

export function WhyFixes({ reasons, place: { dagId } }: WhyFixesProps) {
  const { t } = useTranslation("task");
  const pools = reasons.filter(({ code }) => code === "pool").map((reason) => factsOf(reason).name);
  const isPaused = reasons.some(({ code }) => code === "dag_paused");
  return (
    <>
      {reasons.map(({ code, text, remedy }) => (
        <p key={`${code} ${text}`} className={styles["remedy"]}>
          {remedy}
        </p>
      ))}
      {pools.length + (isPaused ? 1 : 0) > 0 && (
        <p className={styles["names"]}>
          {pools.map((pool) => (
            <a key={pool} href={`${BASE_URL}/pools?pool_name_pattern=${encodeURIComponent(pool)}`}>
              {t("why.raisePool", { pool })}
            </a>
          ))}
          {isPaused && (
            <Link to="/dags/$dagId" params={{ dagId }}>
              {t("why.toSwitch", { dag: dagId })}
            </Link>
          )}
        </p>
      )}
    </>
  );
}

/** The DAGs that name a variable or connection. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import styles from "./admin.module.css";
import type { KnownOrigins } from "./use-origins.ts";

const SHOWN = 3;

interface UsedByProps {
  readonly use: ReturnType<KnownOrigins["used"]["get"]>;
}

/** None: its code may ask for it all the same. */
export function UsedBy({ use }: UsedByProps) {
  const { t } = useTranslation("admin");
  if (use === undefined) return <span title={t("usedBy.text")}>–</span>;
  const more = use.total - SHOWN;
  return (
    <span title={t("usedBy.text")}>
      {use.dagIds.slice(0, SHOWN).map((dagId, at) => (
        <span key={dagId}>
          {at > 0 && ", "}
          <Link to="/dags/$dagId/code" params={{ dagId }}>
            {dagId}
          </Link>
        </span>
      ))}{" "}
      {more > 0 && <span className={styles["quiet"]}>{t("usedBy.more", { count: more })}</span>}
    </span>
  );
}

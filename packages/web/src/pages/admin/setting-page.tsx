/** What every page of the administration begins with: its name, how many there are, and what can be done. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useTitle } from "../../parts/use-title.ts";
import styles from "./admin.module.css";

interface SettingPageProps {
  readonly title: string;
  /** Absent: not known yet, or there is nothing to count. */
  readonly count?: number | undefined;
  /** What these things are for, in a sentence. */
  readonly lead?: string;
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

export function SettingPage({ title, count, lead, tools, children }: SettingPageProps) {
  const { t } = useTranslation("admin");
  useTitle(title);
  return (
    <>
      <header className={styles["head"]}>
        <h1>{title}</h1>
        {count !== undefined && <span className={styles["count"]}>{t("count", { count })}</span>}
        {tools !== undefined && <div className={styles["tools"]}>{tools}</div>}
      </header>
      {lead !== undefined && <p className={styles["lead"]}>{lead}</p>}
      {children}
    </>
  );
}

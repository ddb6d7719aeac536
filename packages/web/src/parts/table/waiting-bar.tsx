/** Says how much has changed below somebody's pointer, and shows it when asked. */
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import styles from "./table.module.css";
import type { Fresh } from "./use-fresh-list.ts";

export function WaitingBar({ fresh: { waiting, show } }: { readonly fresh: Fresh }) {
  const { t } = useTranslation("table");
  if (waiting === 0) return null;
  return (
    <div className={styles["waiting"]} role="status">
      <Button size="compact-xs" onClick={show}>
        {t("waiting", { count: waiting })}
      </Button>
    </div>
  );
}

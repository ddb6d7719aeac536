/** What can be done with the rows that are ticked; it stands at the lower edge, so that no row moves. */
import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./table.module.css";
import type { Selection } from "./use-selection.ts";

interface SelectionBarProps {
  readonly selection: Selection;
  /** Rows that the filter leaves; absent: "all that match" cannot be meant here. */
  readonly total?: number;
  readonly children: ReactNode;
}

export function SelectionBar({ selection, total, children }: SelectionBarProps) {
  const { t } = useTranslation("table");
  const { count, picked } = selection;
  if (count === 0) return null;
  return (
    <div className={styles["selected"]} role="region" aria-label={t("selection")}>
      <strong role="status">{picked.isAll ? t("allSelected", { count }) : t("selected", { count })}</strong>
      {total !== undefined && !picked.isAll && count < total && (
        <Button size="compact-xs" variant="subtle" onClick={selection.pickAll}>
          {t("selectAll", { count: total })}
        </Button>
      )}
      {children}
      <Button size="compact-xs" variant="subtle" color="gray" onClick={selection.clear}>
        {t("clearSelection")}
      </Button>
    </div>
  );
}

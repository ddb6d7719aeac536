/** Says how many runs have come beside what somebody looks at, and leads there. */
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import styles from "./grid.module.css";
import type { Unseen } from "./use-grid-window.ts";

export function UnseenBar({ count, show }: Unseen) {
  const { t } = useTranslation("dag");
  return (
    <div className={styles["unseen"]} role="status">
      {count > 0 && (
        <Button size="compact-xs" variant="light" onClick={show}>
          {t("grid.unseen", { count })}
        </Button>
      )}
    </div>
  );
}

/** When something was changed, and by whom. */
import { useTranslation } from "react-i18next";
import { When } from "../../parts/when.tsx";
import styles from "./admin.module.css";

interface ChangedProps {
  readonly change: { readonly at: string; readonly by: string | null } | null | undefined;
}

export function Changed({ change }: ChangedProps) {
  const { t } = useTranslation("admin");
  if (change === null || change === undefined) return <span className={styles["quiet"]}>–</span>;
  return (
    <span>
      <When at={change.at} show="minute" />{" "}
      <span className={styles["quiet"]}>{t("by", { name: change.by ?? t("events.nobody") })}</span>
    </span>
  );
}

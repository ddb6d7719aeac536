/** How many rows a list has, also those that are not loaded. */
import { useTranslation } from "react-i18next";
import styles from "./table.module.css";

interface CountProps {
  readonly total: number;
  /** The server counts no further than `total`. */
  readonly isMore?: boolean | undefined;
  /** Says a number of these things: "3 runs". */
  readonly say: (count: number) => string;
}

export function Count({ total, isMore = false, say }: CountProps) {
  const { t } = useTranslation("table");
  return (
    <span className={styles["count"]} role="status">
      {isMore ? t("moreThan", { what: say(total) }) : say(total)}
    </span>
  );
}

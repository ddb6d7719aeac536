/** What can be done to a row of settings: change it, remove it; who may not is told why. */
import { useTranslation } from "react-i18next";
import { GuardedButton } from "../../parts/guarded.tsx";
import { useMay } from "../../rights/use-rights.ts";
import styles from "./admin.module.css";

interface RowActionsProps {
  readonly of: "pools" | "variables" | "connections" | "users";
  /** In words, why this one cannot be removed by anybody; null: it can. */
  readonly stays?: string | null;
  onEdit(): void;
  onDelete(): void;
}

export function RowActions({ of, stays = null, onEdit, onDelete }: RowActionsProps) {
  const { t } = useTranslation("admin");
  const edit = useMay(of, "edit");
  const remove = useMay(of, "delete");
  return (
    <span className={styles["actions"]}>
      <GuardedButton size="compact-xs" variant="default" reason={edit.reason} onClick={onEdit}>
        {t("edit")}
      </GuardedButton>
      <GuardedButton size="compact-xs" variant="default" reason={stays ?? remove.reason} onClick={onDelete}>
        {t("delete")}
      </GuardedButton>
    </span>
  );
}

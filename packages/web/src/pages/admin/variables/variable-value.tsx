/** The value of a variable: one that is secret by its name is shown when somebody asks for it, who may. */
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { GuardedButton } from "../../../parts/guarded.tsx";
import { useMay } from "../../../rights/use-rights.ts";
import styles from "../admin.module.css";
import { isMasked, reveal, type Variable } from "./variable.ts";
import { useErrorText } from "../../../parts/use-error-text.ts";

export function VariableValue({ variable }: { readonly variable: Variable }) {
  const { t } = useTranslation("admin");
  const errorText = useErrorText();
  const may = useMay("variables", "edit");
  // What was revealed is kept by nothing but this row.
  const asks = useMutation({ mutationFn: () => reveal(variable.key), gcTime: 0 });
  const value = asks.data ?? variable.value;
  return (
    <span>
      <span className={`${styles["value"]} ${styles["clip"]}`}>{value ?? "–"}</span>
      {isMasked(variable) && (
        <GuardedButton
          size="compact-xs"
          variant="subtle"
          reason={may.reason}
          loading={asks.isPending}
          onClick={() => (asks.data === undefined ? asks.mutate() : asks.reset())}
        >
          {asks.data === undefined ? t("variables.reveal") : t("variables.hide")}
        </GuardedButton>
      )}
      {asks.error !== null && <span role="alert"> {errorText(asks.error)}</span>}
    </span>
  );
}

/** A secret that can be written and not be read: neither it nor its length is ever here. */
import { Button, PasswordInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import styles from "../admin.module.css";
import { Changed } from "../changed.tsx";
import { KEPT } from "./connection-form.ts";

interface SecretFieldProps {
  readonly label: string;
  readonly about?: string | undefined;
  readonly value: string;
  /** When it was set, and by whom. */
  readonly set?: { readonly at: string; readonly by: string | null } | null | undefined;
  onChange(value: string): void;
}

export function SecretField({ label, about, value, set, onChange }: SecretFieldProps) {
  const { t } = useTranslation("admin");
  if (value === KEPT)
    return (
      <div>
        <div>{label}</div>
        <span className={styles["quiet"]}>{t("connections.isSet")} </span>
        {set !== undefined && set !== null && <Changed change={set} />}{" "}
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => onChange("")}
          aria-label={t("connections.replaceOf", { label })}
        >
          {t("replace")}
        </Button>
      </div>
    );
  return (
    <PasswordInput
      label={label}
      description={about}
      autoComplete="new-password"
      value={value}
      visibilityToggleButtonProps={{ "aria-label": t("connections.see") }}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}

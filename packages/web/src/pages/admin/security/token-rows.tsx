/** Sessions and tokens: what each is good for, until when, and when it was last used. */
import { Button } from "@mantine/core";
import type { components } from "@momiji/client";
import { useTranslation } from "react-i18next";
import { When } from "../../../parts/when.tsx";
import styles from "../admin.module.css";
import { SettingTable } from "../setting-table.tsx";

export type Token = components["schemas"]["TokenResponse"];

interface TokenRowsProps {
  readonly tokens: readonly Token[];
  onEnd(id: number): void;
}

const COLUMNS = ["name", "scopes", "created", "expires", "used"] as const;

export function TokenRows({ tokens, onEnd }: TokenRowsProps) {
  const { t } = useTranslation("security");
  return (
    <SettingTable hasActions titles={COLUMNS.map((column) => t(`tokens.column.${column}`))}>
      {tokens.map((token) => (
        <TokenRow key={token.id} token={token} onEnd={onEnd} />
      ))}
    </SettingTable>
  );
}

/** Only what somebody has made has a name of its own. */
function TokenRow({ token, onEnd }: Pick<TokenRowsProps, "onEnd"> & { readonly token: Token }) {
  const { t } = useTranslation("security");
  const { id, name, kind, scopes, created_at: created, expires_at: expires, last_used_at: used } = token;
  const words = t(`tokens.kind.${kind}`);
  const called = kind === "personal" ? name : words;
  return (
    <tr>
      <td>
        <strong>{called}</strong>
        {kind === "personal" && <div className={styles["quiet"]}>{words}</div>}
      </td>
      <td data-label={t("tokens.column.scopes")}>{scopes === null ? t("tokens.everything") : scopes.join(", ")}</td>
      <td data-label={t("tokens.column.created")}>
        <When at={created} show="minute" />
      </td>
      <td data-label={t("tokens.column.expires")}>
        <When at={expires} show="minute" />
      </td>
      <td data-label={t("tokens.column.used")}>
        {used === null ? t("tokens.never") : <When at={used} show="minute" />}
      </td>
      <td>
        <span className={styles["actions"]}>
          <Button
            size="compact-xs"
            variant="default"
            aria-label={t("tokens.endOf", { name: called })}
            onClick={() => onEnd(id)}
          >
            {t("tokens.end")}
          </Button>
        </span>
      </td>
    </tr>
  );
}

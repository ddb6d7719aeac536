/** The list of connections: where each leads, whether it has a secret, who changed it. */
import { useTranslation } from "react-i18next";
import styles from "../admin.module.css";
import { Changed } from "../changed.tsx";
import { RowActions } from "../row-actions.tsx";
import { SettingTable } from "../setting-table.tsx";
import type { KnownOrigins } from "../use-origins.ts";
import { UsedBy } from "../used-by.tsx";
import type { Connection, ConnectionType } from "./connection-form.ts";

export type OpenConnection =
  | { readonly act: "add" }
  | { readonly act: "edit" | "delete"; readonly connection: Connection }
  | null;

interface ConnectionRowsProps {
  readonly connections: readonly Connection[];
  readonly origins: KnownOrigins;
  readonly types: readonly ConnectionType[];
  onOpen(open: OpenConnection): void;
}

const COLUMNS = ["id", "type", "address", "secret", "description"] as const;

export function ConnectionRows({ connections, origins, types, onOpen }: ConnectionRowsProps) {
  const { t } = useTranslation("admin");
  const titles = [...COLUMNS.map((column) => t(`connections.column.${column}`)), t("usedBy.title"), t("changed")];
  return (
    <SettingTable hasActions titles={titles}>
      {connections.map((connection) => {
        const origin = origins.changed.get(connection.connection_id);
        const type = types.find((each) => each.type === connection.conn_type);
        return (
          <tr key={connection.connection_id}>
            <td>
              <strong>{connection.connection_id}</strong>
            </td>
            <td title={connection.conn_type}>{type?.label ?? connection.conn_type}</td>
            <td className={styles["value"]}>{addressOf(connection)}</td>
            <td data-label={t("connections.column.secret")}>
              {connection.password === null ? "–" : <Secret set={origin?.secret} />}
            </td>
            <td>
              <span className={styles["clip"]}>{connection.description}</span>
            </td>
            <td data-label={t("usedBy.title")}>
              <UsedBy use={origins.used.get(connection.connection_id)} />
            </td>
            <td data-label={t("changed")}>
              <Changed change={origin?.last} />
            </td>
            <td>
              <RowActions
                of="connections"
                onEdit={() => onOpen({ act: "edit", connection })}
                onDelete={() => onOpen({ act: "delete", connection })}
              />
            </td>
          </tr>
        );
      })}
    </SettingTable>
  );
}

function Secret({ set }: { readonly set: { readonly at: string; readonly by: string | null } | null | undefined }) {
  const { t } = useTranslation("admin");
  if (set === undefined || set === null) return t("connections.isSet");
  return (
    <>
      {t("connections.isSet")} <Changed change={set} />
    </>
  );
}

/** `login@host:port/schema`, as far as there is something. */
function addressOf({ host, port, login, schema }: Connection): string {
  const place = `${host ?? ""}${port === null ? "" : `:${port}`}`;
  return `${login === null ? "" : `${login}@`}${place}${schema === null ? "" : `/${schema}`}`;
}

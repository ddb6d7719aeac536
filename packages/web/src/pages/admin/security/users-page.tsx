/** Who may sign in, with which roles. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { client } from "../../../api/client.ts";
import { GuardedButton } from "../../../parts/guarded.tsx";
import { ProblemPanel } from "../../../parts/problem-panel.tsx";
import { When } from "../../../parts/when.tsx";
import { useMay } from "../../../rights/use-rights.ts";
import styles from "../admin.module.css";
import { allPages } from "../all-pages.ts";
import { DeleteSetting } from "../delete-setting.tsx";
import { RowActions } from "../row-actions.tsx";
import { SettingPage } from "../setting-page.tsx";
import { SettingTable } from "../setting-table.tsx";
import { UserDialog } from "./user-dialog.tsx";
import { fullName, isLastAdmin, type User } from "./users.ts";

type Open = { readonly act: "add" } | { readonly act: "edit" | "delete"; readonly user: User } | null;

export function useUsers() {
  return useQuery({
    queryKey: ["users"],
    queryFn: ({ signal }) =>
      allPages(async (query) => (await client.get("/auth/fab/v1/users", { params: { query }, signal })).users),
  });
}

export function UsersPage() {
  const { t } = useTranslation("security");
  const [open, setOpen] = useState<Open>(null);
  const may = useMay("users", "create");
  const { data: users, error, refetch } = useUsers();
  const close = (): void => setOpen(null);
  return (
    <SettingPage
      title={t("users.title")}
      lead={t("users.lead")}
      count={users?.length}
      tools={
        <GuardedButton size="xs" reason={may.reason} onClick={() => setOpen({ act: "add" })}>
          {t("users.add")}
        </GuardedButton>
      }
    >
      {error !== null && <ProblemPanel error={error} onRetry={() => void refetch()} />}
      {users !== undefined && users.length > 0 && <Rows users={users} onOpen={setOpen} />}
      {open?.act === "add" && <UserDialog user={null} isLastAdmin={false} onClose={close} />}
      {open?.act === "edit" && (
        <UserDialog user={open.user} isLastAdmin={isLastAdmin(users ?? [], open.user)} onClose={close} />
      )}
      {open?.act === "delete" && (
        <DeleteSetting
          name={open.user.username}
          consequence={t("users.deleteWhat")}
          queryKey={["users"]}
          removes={() =>
            client.delete("/auth/fab/v1/users/{username}", { params: { path: { username: open.user.username } } })
          }
          onClose={close}
        />
      )}
    </SettingPage>
  );
}

const COLUMNS = ["username", "name", "roles", "lastSeen", "state"] as const;

function Rows({ users, onOpen }: { readonly users: readonly User[]; onOpen(open: Open): void }) {
  const { t } = useTranslation("security");
  return (
    <SettingTable hasActions titles={COLUMNS.map((column) => t(`users.column.${column}`))}>
      {users.map((user) => (
        <tr key={user.username}>
          <td>
            <Link to="/security/users/$username" params={{ username: user.username }}>
              <strong>{user.username}</strong>
            </Link>
          </td>
          <td>
            {fullName(user)} <span className={styles["quiet"]}>{user.email}</span>
          </td>
          <td data-label={t("users.column.roles")}>{user.roles.map(({ name }) => name).join(", ") || "–"}</td>
          <td data-label={t("users.column.lastSeen")}>
            {user.last_login === null ? t("users.never") : <When at={user.last_login} show="minute" />}
            {user.failed_login_count > 0 && (
              <span className={styles["quiet"]}> {t("users.failed", { count: user.failed_login_count })}</span>
            )}
          </td>
          <td data-label={t("users.column.state")}>{t(user.active ? "users.isActive" : "users.isInactive")}</td>
          <td>
            <RowActions
              of="users"
              stays={isLastAdmin(users, user) ? t("users.lastAdmin") : null}
              onEdit={() => onOpen({ act: "edit", user })}
              onDelete={() => onOpen({ act: "delete", user })}
            />
          </td>
        </tr>
      ))}
    </SettingTable>
  );
}

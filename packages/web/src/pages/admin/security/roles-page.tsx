/** Roles, and what each may do. Those that every installation has can be looked at and copied. */
import type { components } from "@momiji/client";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { client } from "../../../api/client.ts";
import { GuardedButton } from "../../../parts/guarded.tsx";
import { ProblemPanel } from "../../../parts/problem-panel.tsx";
import { useMay } from "../../../rights/use-rights.ts";
import styles from "../admin.module.css";
import { DeleteSetting } from "../delete-setting.tsx";
import { SettingPage } from "../setting-page.tsx";
import { NewRoleDialog } from "./new-role-dialog.tsx";
import { RoleMatrix } from "./role-matrix.tsx";
import { useRoles } from "./user-dialog.tsx";

const BUILT_IN = ["Viewer", "User", "Op", "Admin"];

type Role = components["schemas"]["RoleResponse"];
type Open = "add" | "copy" | "delete" | null;

export function RolesPage() {
  const { t } = useTranslation("security");
  const { role: chosen = "Viewer" } = useSearch({ from: "/admin/security/roles" });
  const [open, setOpen] = useState<Open>(null);
  const { data, error, refetch } = useRoles();
  const permissions = useQuery({
    queryKey: ["permissions"],
    queryFn: ({ signal }) => client.get("/auth/fab/v1/permissions", { signal }),
  });
  const role = data?.roles.find(({ name }) => name === chosen);
  return (
    <SettingPage
      title={t("roles.title")}
      lead={t("roles.lead")}
      count={data?.total_entries}
      tools={<Tools role={role?.name} onOpen={setOpen} />}
    >
      {error !== null && <ProblemPanel error={error} onRetry={() => void refetch()} />}
      <div className={styles["split"]}>
        <RoleChoices roles={data?.roles ?? []} chosen={chosen} />
        {role !== undefined && permissions.data !== undefined && (
          <RoleMatrix
            key={role.name}
            role={role}
            all={permissions.data.actions}
            isBuiltIn={BUILT_IN.includes(role.name)}
          />
        )}
        {data !== undefined && role === undefined && <p>{t("roles.gone", { name: chosen })}</p>}
      </div>
      <Dialog open={open} role={role} onClose={() => setOpen(null)} />
    </SettingPage>
  );
}

function RoleChoices({ roles, chosen }: { readonly roles: readonly Role[]; readonly chosen: string }) {
  const { t } = useTranslation("security");
  return (
    <ul className={styles["choices"]} aria-label={t("roles.title")}>
      {roles.map(({ name }) => (
        <li key={name}>
          <Link to="/security/roles" search={{ role: name }} data-chosen={name === chosen}>
            {name} {BUILT_IN.includes(name) && <span className={styles["quiet"]}>{t("roles.builtIn")}</span>}
          </Link>
        </li>
      ))}
    </ul>
  );
}

interface DialogProps {
  readonly open: Open;
  readonly role: Role | undefined;
  onClose(): void;
}

function Dialog({ open, role, onClose }: DialogProps) {
  const { t } = useTranslation("security");
  const navigate = useNavigate();
  const show = (name: string): void => {
    onClose();
    void navigate({ to: "/security/roles", search: { role: name } });
  };
  if (open === null) return null;
  if (open !== "delete")
    return <NewRoleDialog copyOf={open === "copy" ? (role ?? null) : null} onMade={show} onClose={onClose} />;
  if (role === undefined) return null;
  const path = { role_name: role.name };
  return (
    <DeleteSetting
      name={role.name}
      consequence={t("roles.deleteWhat")}
      queryKey={["roles"]}
      removes={async () => {
        await client.delete("/auth/fab/v1/roles/{role_name}", { params: { path } });
        show("Viewer");
      }}
      onClose={onClose}
    />
  );
}

interface ToolsProps {
  readonly role: string | undefined;
  onOpen(open: Open): void;
}

function Tools({ role, onOpen }: ToolsProps) {
  const { t } = useTranslation("security");
  const create = useMay("roles", "create");
  const remove = useMay("roles", "delete");
  const why = role === undefined || BUILT_IN.includes(role) ? t("roles.builtInStays") : remove.reason;
  return (
    <>
      <GuardedButton size="xs" variant="default" reason={why} onClick={() => onOpen("delete")}>
        {t("delete")}
      </GuardedButton>
      <GuardedButton size="xs" variant="default" reason={create.reason} onClick={() => onOpen("copy")}>
        {t("roles.copy")}
      </GuardedButton>
      <GuardedButton size="xs" reason={create.reason} onClick={() => onOpen("add")}>
        {t("roles.add")}
      </GuardedButton>
    </>
  );
}

/** Makes a user, or changes one. */
import { MultiSelect, PasswordInput, Switch, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { client } from "../../../api/client.ts";
import styles from "../admin.module.css";
import { FormDialog } from "../form-dialog.tsx";
import type { User } from "./users.ts";

interface UserDialogProps {
  /** Null: a new one. */
  readonly user: User | null;
  /** Their role and their login must stay. */
  readonly isLastAdmin: boolean;
  onClose(): void;
}

const SHORTEST_PASSWORD = 8;

export function useRoles() {
  return useQuery({
    queryKey: ["roles"],
    queryFn: ({ signal }) => client.get("/auth/fab/v1/roles", { signal }),
  });
}

export function UserDialog({ user, isLastAdmin, onClose }: UserDialogProps) {
  const { t } = useTranslation("security");
  const queries = useQueryClient();
  const [fields, setFields] = useState<Fields>(() => fieldsOf(user));
  const sends = useMutation({
    mutationFn: () => save(user, fields),
    gcTime: 0,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["users"] });
      onClose();
    },
  });
  const missing = missingOf(fields);
  return (
    <FormDialog
      title={user === null ? t("users.add") : t("users.editOf", { name: user.username })}
      submit={user === null ? t("add") : t("save")}
      sends={sends}
      missing={missing === null ? null : t(`users.${missing}`, { count: SHORTEST_PASSWORD })}
      onClose={onClose}
    >
      <Names fields={fields} isKnown={user !== null} onChange={setFields} />
      <Access fields={fields} isKnown={user !== null} isLastAdmin={isLastAdmin} onChange={setFields} />
    </FormDialog>
  );
}

function fieldsOf(user: User | null): Fields {
  return {
    username: user?.username ?? "",
    first_name: user?.first_name ?? "",
    last_name: user?.last_name ?? "",
    email: user?.email ?? "",
    roles: user?.roles.map(({ name }) => name) ?? ["Viewer"],
    active: user?.active ?? true,
    password: "",
  };
}

function missingOf({ username, password }: Fields): "needsName" | "shortPassword" | null {
  if (username === "") return "needsName";
  return password !== "" && password.length < SHORTEST_PASSWORD ? "shortPassword" : null;
}

interface PartProps {
  readonly fields: Fields;
  readonly isKnown: boolean;
  onChange(fields: Fields): void;
}

function Names({ fields, isKnown, onChange }: PartProps) {
  const { t } = useTranslation("security");
  const text = (name: "username" | "first_name" | "last_name" | "email") => ({
    label: t(`users.${name}`),
    value: fields[name],
    autoComplete: "off",
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      onChange({ ...fields, [name]: value }),
  });
  return (
    <>
      <TextInput {...text("username")} readOnly={isKnown} {...(isKnown ? {} : { "data-autofocus": true })} />
      <div className={styles["pair"]}>
        <TextInput {...text("first_name")} />
        <TextInput {...text("last_name")} />
      </div>
      <TextInput {...text("email")} type="email" />
    </>
  );
}

/** Whether they come in, and what they may do then. */
function Access({ fields, isKnown, isLastAdmin, onChange }: PartProps & Pick<UserDialogProps, "isLastAdmin">) {
  const { t } = useTranslation("security");
  const roles = useRoles();
  return (
    <>
      <MultiSelect
        label={t("users.roles")}
        description={isLastAdmin ? t("users.lastAdmin") : isKnown && t("users.rolesAbout")}
        data={roles.data?.roles.map(({ name }) => name) ?? [...fields.roles]}
        value={[...fields.roles]}
        readOnly={isLastAdmin}
        onChange={(chosen) => onChange({ ...fields, roles: chosen })}
      />
      <PasswordInput
        label={t("users.password")}
        description={isKnown ? t("users.passwordKept") : t("users.passwordNew")}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ "aria-label": t("users.see") }}
        value={fields.password}
        onChange={({ currentTarget: { value } }) => onChange({ ...fields, password: value })}
      />
      {isKnown && (
        <Switch
          label={t("users.active")}
          description={isLastAdmin ? t("users.lastAdmin") : t("users.activeAbout")}
          checked={fields.active}
          onChange={({ currentTarget: { checked } }) => !isLastAdmin && onChange({ ...fields, active: checked })}
        />
      )}
    </>
  );
}

interface Fields {
  readonly username: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly email: string;
  readonly roles: readonly string[];
  readonly active: boolean;
  readonly password: string;
}

/** What ends sessions (roles, password, active) is sent only where it has changed. */
function save(user: User | null, { password, active, roles: names, ...plain }: Fields): Promise<unknown> {
  const secret = password === "" ? {} : { password };
  const roles = names.map((name) => ({ name }));
  if (user === null) return client.post("/auth/fab/v1/users", { body: { ...plain, roles, ...secret } });
  const before = user.roles.map(({ name }) => name);
  const isSame = before.length === names.length && names.every((name) => before.includes(name));
  return client.patch("/auth/fab/v1/users/{username}", {
    params: { path: { username: user.username } },
    body: { ...plain, ...secret, ...(isSame ? {} : { roles }), ...(active === user.active ? {} : { active }) },
  });
}

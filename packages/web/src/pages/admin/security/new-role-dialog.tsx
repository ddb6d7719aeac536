/** Makes a role, empty or with what another one may do. */
import { TextInput } from "@mantine/core";
import type { components } from "@momiji/client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { client } from "../../../api/client.ts";
import { FormDialog } from "../form-dialog.tsx";

interface NewRoleDialogProps {
  /** Null: it may do nothing yet. */
  readonly copyOf: components["schemas"]["RoleResponse"] | null;
  onMade(name: string): void;
  onClose(): void;
}

export function NewRoleDialog({ copyOf, onMade, onClose }: NewRoleDialogProps) {
  const { t } = useTranslation("security");
  const queries = useQueryClient();
  const [name, setName] = useState("");
  const makes = useMutation({
    mutationFn: () =>
      client.post("/auth/fab/v1/roles", { body: { name: name.trim(), actions: copyOf?.actions ?? [] } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["roles"] });
      onMade(name.trim());
    },
  });
  return (
    <FormDialog
      title={copyOf === null ? t("roles.add") : t("roles.copyOf", { name: copyOf.name })}
      submit={t("add")}
      sends={makes}
      missing={name.trim() === "" ? t("roles.needsName") : null}
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        label={t("roles.name")}
        maxLength={256}
        value={name}
        onChange={({ currentTarget: { value } }) => setName(value)}
      />
    </FormDialog>
  );
}

/** Asks once more before something is removed that nothing brings back. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { FormDialog } from "./form-dialog.tsx";

interface DeleteSettingProps {
  readonly name: string;
  /** What follows from it. */
  readonly consequence: string;
  readonly queryKey: readonly unknown[];
  readonly removes: () => Promise<unknown>;
  onClose(): void;
}

export function DeleteSetting({ name, consequence, queryKey, removes, onClose }: DeleteSettingProps) {
  const { t } = useTranslation("admin");
  const queries = useQueryClient();
  const sends = useMutation({
    mutationFn: removes,
    onSuccess: async () => {
      onClose();
      await queries.invalidateQueries({ queryKey });
    },
  });
  return (
    <FormDialog title={t("deleteOf", { name })} submit={t("delete")} sends={sends} isRemoval onClose={onClose}>
      <p>{consequence}</p>
    </FormDialog>
  );
}

/** Removes a pool: who would wait for it from then on is told first. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { client } from "../../../api/client.ts";
import { FormDialog } from "../form-dialog.tsx";
import { isMovedError } from "./pool-dialog.tsx";
import { PoolPreview, usePoolPreview } from "./pool-preview.tsx";

export function DeletePool({ name, onClose }: { readonly name: string; onClose(): void }) {
  const { t } = useTranslation("admin");
  const queries = useQueryClient();
  // Of a pool that is going nobody asks again what that would do.
  const [isGoing, setGoing] = useState(false);
  const preview = usePoolPreview(name, null, !isGoing);
  const removes = useMutation({
    mutationFn: () =>
      client.delete("/api/v2/pools/{pool_name}", {
        params: { path: { pool_name: name } },
        headers: { "if-match": preview.data?.etag ?? "" },
      }),
    onMutate: () => setGoing(true),
    onSuccess: async () => {
      onClose();
      await queries.invalidateQueries({ queryKey: ["pools"] });
    },
    onError: (error) => {
      setGoing(false);
      if (isMovedError(error)) void preview.refetch();
    },
  });
  const isMoved = isMovedError(removes.error);
  return (
    <FormDialog
      title={t("pools.deleteOf", { name })}
      submit={t("delete")}
      sends={removes}
      missing={preview.data === undefined ? t("pools.looking") : null}
      isRemoval
      hidesError={isMoved}
      onClose={onClose}
    >
      <PoolPreview preview={preview} isRemoved isMoved={isMoved} />
    </FormDialog>
  );
}

/** Takes what has arrived for a DAG out of its queue: the DAG then waits for the next events. */
import { Checkbox } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { client } from "../../../api/client.ts";
import { GuardedButton } from "../../../parts/guarded.tsx";
import { toast } from "../../../parts/toast.tsx";
import { useMay } from "../../../rights/use-rights.ts";
import { FormDialog } from "../../admin/form-dialog.tsx";
import type { AssetOverview, Consumer } from "../assets.ts";

interface UnqueueProps {
  readonly asset: AssetOverview["asset"];
  readonly consumer: Consumer;
}

/** Nothing has arrived: nothing to take out. */
export function Unqueue({ asset, consumer }: UnqueueProps) {
  const { t } = useTranslation("assets");
  const [isOpen, setOpen] = useState(false);
  const { reason } = useMay("dag", "edit", consumer.dagId);
  if (consumer.wanted.every(({ arrived }) => arrived === null)) return null;
  return (
    <>
      <GuardedButton size="compact-xs" variant="default" reason={reason} onClick={() => setOpen(true)}>
        {t("unqueue.open")}
      </GuardedButton>
      {isOpen && <UnqueueDialog asset={asset} consumer={consumer} onClose={() => setOpen(false)} />}
    </>
  );
}

interface DialogProps extends UnqueueProps {
  onClose(): void;
}

function UnqueueDialog({ asset: { id, name }, consumer: { dagId, wanted }, onClose }: DialogProps) {
  const { t } = useTranslation("assets");
  const queries = useQueryClient();
  const others = wanted.filter((each) => each.arrived !== null && each.name !== name).map((each) => each.name);
  const hasOwn = wanted.some((each) => each.arrived !== null && each.name === name);
  const [isAll, setAll] = useState(!hasOwn);
  const sends = useMutation({
    mutationFn: () =>
      isAll
        ? client.delete("/api/v2/dags/{dag_id}/assets/queuedEvents", { params: { path: { dag_id: dagId } } })
        : client.delete("/api/v2/dags/{dag_id}/assets/{asset_id}/queuedEvents", {
            params: { path: { dag_id: dagId, asset_id: id } },
          }),
    onSuccess: async () => {
      onClose();
      toast({ kind: "done", text: t("unqueue.done", { dag: dagId }) });
      await queries.invalidateQueries({ queryKey: ["assets"] });
    },
  });
  return (
    <FormDialog title={t("unqueue.title", { dag: dagId })} submit={t("unqueue.submit")} sends={sends} onClose={onClose}>
      <p>
        {t("unqueue.text", { dag: dagId, assets: [...(hasOwn ? [name] : []), ...(isAll ? others : [])].join(", ") })}
      </p>
      {hasOwn && others.length > 0 && (
        <Checkbox
          label={t("unqueue.all", { assets: others.join(", ") })}
          checked={isAll}
          onChange={({ currentTarget: { checked } }) => setAll(checked)}
        />
      )}
    </FormDialog>
  );
}

/** Runs the DAG that makes an asset; shows first its tasks, what it waits for, and which DAGs follow. */
import { Button, Group } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { components } from "@momiji/client";
import { useTranslation } from "react-i18next";
import { Dialog } from "../../../parts/dialog.tsx";
import { client } from "../../../api/client.ts";
import { ProblemPanel } from "../../../parts/problem-panel.tsx";
import { toast } from "../../../parts/toast.tsx";
import type { AssetOverview } from "../assets.ts";
import styles from "../assets.module.css";
import { Starting } from "./starting.tsx";

type TriggerPreview = components["schemas"]["TriggerPreview"];

interface MaterializeDialogProps {
  readonly overview: AssetOverview;
  /** The one that makes it. */
  readonly dagId: string;
  onClose(): void;
}

export function MaterializeDialog({ overview: { asset, consumers }, dagId, onClose }: MaterializeDialogProps) {
  const { t } = useTranslation("assets");
  const queries = useQueryClient();
  const navigate = useNavigate();
  const preview = useQuery({ queryKey: ["preview", "materialize", dagId], queryFn: () => previewOf(dagId), gcTime: 0 });
  const made = useMutation({
    mutationFn: () =>
      client.post("/api/v2/assets/{asset_id}/materialize", { params: { path: { asset_id: asset.id } }, body: {} }),
    onSuccess: async ({ dag_run_id: runId }) => {
      toast({ text: t("act.runMade", { dag: dagId }), kind: "done" });
      onClose();
      await queries.invalidateQueries({ queryKey: ["assets"] });
      await navigate({ to: "/dags/$dagId/runs/$runId", params: { dagId, runId } });
    },
  });
  return (
    <Dialog onClose={onClose} title={t("act.materializeOf", { asset: asset.name, dag: dagId })} size="lg">
      {preview.error !== null && <ProblemPanel error={preview.error} onRetry={() => void preview.refetch()} />}
      {preview.data !== undefined && <Tasks preview={preview.data} />}
      <p>{t("act.then")}</p>
      <Starting consumers={consumers} />
      {made.error !== null && <ProblemPanel error={made.error} />}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {t("act.cancel")}
        </Button>
        <Button loading={made.isPending || preview.isPending} onClick={() => made.mutate()}>
          {t("act.materialize")}
        </Button>
      </Group>
    </Dialog>
  );
}

function Tasks({ preview: { items, total, waits } }: { readonly preview: TriggerPreview }) {
  const { t } = useTranslation("assets");
  return (
    <>
      <p>{t("act.tasks", { count: total })}</p>
      <p className={styles["facts"]}>
        {items.map(({ key }) => (
          <code key={`${key.task_id} ${key.map_index}`}>{key.task_id}</code>
        ))}
      </p>
      {waits.map(({ code, text }) => (
        <p key={code} className={styles["bad"]}>
          {t(`act.waits.${code}`, { defaultValue: text })}
        </p>
      ))}
    </>
  );
}

const SHOWN = 50;

async function previewOf(dagId: string): Promise<TriggerPreview> {
  const body = { action: "trigger", path: { dag_id: dagId }, body: { logical_date: null }, limit: SHOWN } as const;
  return (await client.post("/api/momiji/v1/preview", { body })) as unknown as TriggerPreview;
}

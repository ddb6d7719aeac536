/** What switching a DAG on begins: how many runs, which, and how to have fewer. Cancel leaves it as it is. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { client } from "../api/client.ts";
import { ComingRuns, OnEnable } from "../pages/dag/schedule/coming-runs.tsx";
import { ScheduleWarnings } from "../pages/dag/schedule/schedule-warnings.tsx";
import { ActFrame } from "./act-frame.tsx";
import { useSwitchToast } from "./act-toast.ts";
import styles from "./acts.module.css";
import { isMovedOn } from "./conflict.ts";
import { closeAct } from "./open-act.ts";
import { previewOfSwitch, switchDag, type UnpausePreview } from "./switch-dag.ts";
import { useRefusal } from "./use-refusal.ts";

const SHOWN = 3;

/** From so many on, the button says the number once more. */
const MANY = 50;

interface SwitchDialogProps {
  readonly dagId: string;
  readonly isOn: boolean;
}

export function SwitchDialog({ dagId, isOn }: SwitchDialogProps) {
  const { t } = useTranslation("dag");
  const refusal = useRefusal("dag", [dagId]);
  const { preview, act } = useSwitching({ dagId, isOn });
  const isMoved = isMovedOn(act.error);
  const count = preview.data?.onEnable.now ?? 0;
  const words = !isOn
    ? t("switchOn.confirmOff")
    : count > MANY
      ? t("switchOn.confirmMany", { count })
      : t("switchOn.confirm");
  return (
    <ActFrame
      title={t(isOn ? "switchOn.title" : "switchOn.offTitle", { dag: dagId })}
      size="xl"
      isMoved={isMoved}
      problem={preview.error ?? (isMoved ? null : act.error)}
      onRetry={() => void preview.refetch()}
      confirm={words}
      isReady={(!isOn || preview.data !== undefined) && refusal === null}
      isPending={act.isPending}
      hint={refusal}
      onConfirm={() => act.mutate()}
    >
      {isOn ? (
        preview.data !== undefined && <Beginning dagId={dagId} preview={preview.data} />
      ) : (
        <p>{t("switchOn.off")}</p>
      )}
    </ActFrame>
  );
}

function useSwitching({ dagId, isOn }: SwitchDialogProps) {
  const queries = useQueryClient();
  const say = useSwitchToast(dagId);
  const preview = useQuery({
    enabled: isOn,
    queryKey: ["switch", dagId],
    queryFn: () => previewOfSwitch(dagId),
    gcTime: 0,
    staleTime: 0,
  });
  const act = useMutation({
    mutationFn: () => switchDag(dagId, isOn, preview.data?.etag),
    onSuccess: async () => {
      closeAct();
      say(isOn);
      await Promise.all([
        queries.invalidateQueries({ queryKey: ["dag", dagId] }),
        queries.invalidateQueries({ queryKey: ["dags"] }),
      ]);
    },
    onError: (error) => {
      if (isMovedOn(error)) void preview.refetch();
    },
  });
  return { preview, act };
}

function Beginning({
  dagId,
  preview: { onEnable, rows },
}: {
  readonly dagId: string;
  readonly preview: UnpausePreview;
}) {
  const { t } = useTranslation("dag");
  const { data: dag } = useQuery({
    queryKey: ["dag", dagId],
    queryFn: ({ signal }) => client.get("/api/v2/dags/{dag_id}", { params: { path: { dag_id: dagId } }, signal }),
  });
  const zone = dag?.timezone ?? "UTC";
  return (
    <>
      <OnEnable onEnable={onEnable} zone={zone} />
      {onEnable.now > 1 && (
        <p className={styles["quiet"]}>{t("switchOn.fewer", { file: dag?.relative_fileloc ?? "" })}</p>
      )}
      <ScheduleWarnings dagId={dagId} />
      <ComingRuns rows={rows.slice(0, SHOWN)} zone={zone} />
    </>
  );
}

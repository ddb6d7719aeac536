/** Shows which DAGs would be switched, and how many runs begin, before they are. */
import { Alert, Button, Group } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Dialog } from "../../parts/dialog.tsx";
import { isMovedOn } from "../../acts/conflict.ts";
import { ProblemPanel } from "../../parts/problem-panel.tsx";
import { toast } from "../../parts/toast.tsx";
import { previewSwitch, type SwitchedDags, switchDags, type SwitchPreview } from "./bulk-switch.ts";
import styles from "./dags.module.css";

const MOST_REFUSED = 100;

interface BulkSwitchDialogProps {
  readonly dags: SwitchedDags;
  readonly isPaused: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export function BulkSwitchDialog({ dags, isPaused, onClose, onDone }: BulkSwitchDialogProps) {
  const { t } = useTranslation("dags");
  const word = isPaused ? "pause" : "unpause";
  const preview = useQuery({
    queryKey: ["preview", "switch", dags, isPaused],
    queryFn: () => previewSwitch(dags, isPaused),
    gcTime: 0,
    staleTime: 0,
  });
  const { data: shown } = preview;
  const change = useSwitching({ dags, isPaused, onDone, onMoved: () => void preview.refetch() });
  const isMoved = isMovedOn(change.error);
  return (
    <Dialog onClose={onClose} size="lg" title={t(`bulk.${word}Title`, { count: shown?.total ?? 0 })}>
      {isMoved && (
        <Alert color="yellow" variant="outline" role="alert" mb="sm">
          {t("bulk.moved")}
        </Alert>
      )}
      {preview.error !== null && <ProblemPanel error={preview.error} onRetry={() => void preview.refetch()} />}
      {change.error !== null && !isMoved && <ProblemPanel error={change.error} />}
      {shown !== undefined && !change.isSuccess && <Switched preview={shown} isPaused={isPaused} />}
      {change.isPending && <p role="status">{t(`bulk.${word}Going`, { count: shown?.total ?? 0 })}</p>}
      {change.isSuccess && <p role="status">{t(`bulk.${word}d`, { count: change.data })}</p>}
      {shown !== undefined && <Refused dagIds={shown.refused} />}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={change.isSuccess ? onDone : onClose}>
          {t(change.isSuccess ? "bulk.close" : "bulk.cancel")}
        </Button>
        {!change.isSuccess && (
          <Button
            disabled={shown === undefined || shown.total === 0 || preview.isFetching}
            loading={change.isPending}
            onClick={() => shown !== undefined && change.mutate(shown)}
          >
            {t(`bulk.${word}`, { count: shown?.total ?? 0 })}
          </Button>
        )}
      </Group>
    </Dialog>
  );
}

interface Switching extends Pick<BulkSwitchDialogProps, "dags" | "isPaused" | "onDone"> {
  readonly onMoved: () => void;
}

function useSwitching({ dags, isPaused, onDone, onMoved }: Switching) {
  const { t } = useTranslation("dags");
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (preview: SwitchPreview) => switchDags(dags, isPaused, preview),
    onSuccess: (count, { refused }) => {
      // Where some are left out, the dialog goes on saying which.
      if (refused.length > 0) return;
      toast({ kind: "done", text: t(isPaused ? "bulk.paused" : "bulk.unpaused", { count }) });
      onDone();
    },
    onError: (error) => {
      if (isMovedOn(error)) onMoved();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ["dags"] }),
  });
}

/** Those that were meant as well, and stay as they are. */
function Refused({ dagIds }: { readonly dagIds: readonly string[] }) {
  const { t } = useTranslation("dags");
  const { t: common } = useTranslation();
  if (dagIds.length === 0) return null;
  return (
    <section aria-label={t("bulk.refusedLabel")}>
      <p>{t("bulk.refused", { count: dagIds.length })}</p>
      <ul className={styles["switched"]}>
        {dagIds.slice(0, MOST_REFUSED).map((dagId) => (
          <li key={dagId}>
            <span>{dagId}</span>
            <span className={styles["broken"]}>
              {common("rights.missing", { permission: `can_edit on DAG:${dagId}` })}
            </span>
          </li>
        ))}
      </ul>
      {dagIds.length > MOST_REFUSED && <p>{t("bulk.more", { count: dagIds.length - MOST_REFUSED })}</p>}
    </section>
  );
}

function Switched({ preview, isPaused }: { readonly preview: SwitchPreview; readonly isPaused: boolean }) {
  const { t } = useTranslation("dags");
  const { items, total, begins } = preview;
  if (total === 0) return <p>{t("bulk.nothing")}</p>;
  return (
    <>
      <p>{isPaused ? t("bulk.goOn") : t("bulk.begins", { count: begins })}</p>
      <ul className={styles["switched"]}>
        {items.map(({ key: { dag_id: dagId }, effect, runs }) => (
          <li key={dagId}>
            <span>{dagId}</span>
            <span className={styles["zone"]}>
              {effect === "kept"
                ? t(isPaused ? "bulk.keptOff" : "bulk.keptOn")
                : runs > 0 && t("bulk.runs", { count: runs })}
            </span>
          </li>
        ))}
      </ul>
      {total > items.length && <p>{t("bulk.more", { count: total - items.length })}</p>}
    </>
  );
}

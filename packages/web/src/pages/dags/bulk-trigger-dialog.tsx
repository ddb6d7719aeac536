/** Starts a run of each of several DAGs, with what their params say by default; one that is refused does not stop the others. */
import { Button, Group, Progress } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../../parts/dialog.tsx";
import { client } from "../../api/client.ts";
import { isoText } from "../../format/wall.ts";
import { now } from "../../now.ts";
import { toast } from "../../parts/toast.tsx";
import styles from "./dags.module.css";
import { useErrorText } from "../../parts/use-error-text.ts";

interface BulkTriggerDialogProps {
  readonly dagIds: readonly string[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

interface Refused {
  readonly dagId: string;
  readonly reason: string;
}

export function BulkTriggerDialog({ dagIds, onClose, onDone }: BulkTriggerDialogProps) {
  const { t } = useTranslation("dags");
  const errorText = useErrorText();
  const [tried, setTried] = useState(0);
  const trigger = useMutation({
    mutationFn: async () => {
      const refused: Refused[] = [];
      for (const [index, dagId] of dagIds.entries()) {
        const reason = await triggerOne(dagId);
        if (reason !== null) refused.push({ dagId, reason: errorText(reason) });
        setTried(index + 1);
      }
      return refused;
    },
    onSuccess: (refused) => {
      toast({ kind: "done", text: t("bulk.triggered", { count: dagIds.length - refused.length }) });
      if (refused.length === 0) onDone();
    },
  });
  const { data: refused = [], isPending, isSuccess } = trigger;
  return (
    <Dialog onClose={onClose} size="lg" title={t("bulk.triggerTitle", { count: dagIds.length })}>
      <p>{t("bulk.triggerText")}</p>
      {isPending && <Progress value={(tried / dagIds.length) * 100} aria-label={t("bulk.progress")} />}
      <ul className={styles["switched"]}>
        {dagIds.map((dagId) => (
          <li key={dagId}>
            <span>{dagId}</span>
            <span className={styles["broken"]}>{refused.find((one) => one.dagId === dagId)?.reason}</span>
          </li>
        ))}
      </ul>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={isSuccess ? onDone : onClose}>
          {t(isSuccess ? "bulk.close" : "bulk.cancel")}
        </Button>
        {!isSuccess && (
          <Button loading={isPending} onClick={() => trigger.mutate()}>
            {t("bulk.trigger", { count: dagIds.length })}
          </Button>
        )}
      </Group>
    </Dialog>
  );
}

/** @returns why not; null: it was done */
async function triggerOne(dagId: string): Promise<Error | null> {
  try {
    await client.post("/api/v2/dags/{dag_id}/dagRuns", {
      params: { path: { dag_id: dagId } },
      body: { logical_date: isoText(now()) },
    });
    return null;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** Makes a run now. */
import { Button, Group, Modal } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { client } from "../../api/client.ts";
import { now } from "../../now.ts";
import { ProblemPanel } from "../../parts/problem-panel.tsx";
import { closeAct } from "../open-act.ts";

interface TriggerDialogProps {
  readonly dagId: string;
  readonly tab: "now" | "again" | "backfill";
  readonly from: string | undefined;
}

export function TriggerDialog({ dagId }: TriggerDialogProps) {
  const { t } = useTranslation(["dags", "acts"]);
  const navigate = useNavigate();
  const trigger = useMutation({
    mutationFn: () =>
      client.post("/api/v2/dags/{dag_id}/dagRuns", {
        params: { path: { dag_id: dagId } },
        body: { logical_date: new Date(now()).toISOString() },
      }),
    onSuccess: ({ dag_run_id: runId }) => {
      closeAct();
      void navigate({ to: "/dags/$dagId/runs/$runId", params: { dagId, runId } });
    },
  });
  return (
    <Modal opened onClose={closeAct} title={t("triggerOf", { dag: dagId })}>
      {trigger.error !== null && <ProblemPanel error={trigger.error} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={closeAct}>
          {t("acts:cancel")}
        </Button>
        <Button loading={trigger.isPending} onClick={() => trigger.mutate()}>
          {t("trigger")}
        </Button>
      </Group>
    </Modal>
  );
}

/** Starts a run now, with what the DAG's params say by default. */
import { now } from "../../now.ts";
import { ActionIcon, Tooltip } from "@mantine/core";
import { IconPlayerPlay } from "../../parts/icons.ts";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { client } from "../../api/client.ts";

export function TriggerButton({ dagId }: { readonly dagId: string }) {
  const { t } = useTranslation("dags");
  const navigate = useNavigate();
  const trigger = useMutation({
    mutationFn: async () =>
      (await client.post("/api/v2/dags/{dag_id}/dagRuns", {
        params: { path: { dag_id: dagId } },
        body: { logical_date: new Date(now()).toISOString() },
      })) as { readonly dag_run_id: string },
    onSuccess: ({ dag_run_id: runId }) => void navigate({ to: "/dags/$dagId/runs/$runId", params: { dagId, runId } }),
  });
  const words = trigger.error === null ? t("trigger") : trigger.error.message;
  return (
    <Tooltip label={words} {...(trigger.error === null ? {} : { opened: true })}>
      <ActionIcon
        size="sm"
        variant="subtle"
        aria-label={t("triggerOf", { dag: dagId })}
        loading={trigger.isPending}
        color={trigger.error === null ? "blue" : "red"}
        onClick={() => trigger.mutate()}
      >
        <IconPlayerPlay size={16} aria-hidden="true" />
        {trigger.error !== null && (
          <span role="alert" className="visually-hidden">
            {words}
          </span>
        )}
      </ActionIcon>
    </Tooltip>
  );
}

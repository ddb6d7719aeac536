/** Switches a DAG's schedule on and off. What would begin runs at once says so first, and how many. */
import { Button, Group, Modal, Switch } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { client } from "../../api/client.ts";
import { ProblemPanel } from "../../parts/problem-panel.tsx";
import { ComingRuns, type ComingRun, type Enabling, OnEnable } from "./schedule/coming-runs.tsx";

interface PauseSwitchProps {
  readonly dagId: string;
  readonly isPaused: boolean;
  readonly size: "xs" | "sm";
}

interface UnpausePreview {
  readonly etag: string;
  readonly onEnable: Enabling;
  readonly rows: readonly ComingRun[];
}

const SHOWN = 3;

/** From so many on, the button says the number once more. */
const MANY = 50;

export function PauseSwitch({ dagId, isPaused, size }: PauseSwitchProps) {
  const { t } = useTranslation("dags");
  const queries = useQueryClient();
  const [preview, setPreview] = useState<UnpausePreview | null>(null);
  const change = useMutation({
    mutationFn: async ({ isOn, etag }: { readonly isOn: boolean; readonly etag?: string }) => {
      if (isOn && etag === undefined) {
        const found = await previewOf(dagId);
        if (found.onEnable.now > 0) {
          setPreview(found);
          return;
        }
      }
      await client.patch("/api/v2/dags/{dag_id}", {
        params: { path: { dag_id: dagId } },
        body: { is_paused: !isOn },
        ...(etag === undefined ? {} : { headers: { "if-match": etag } }),
      });
      setPreview(null);
    },
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ["dag", dagId] }),
        queries.invalidateQueries({ queryKey: ["dags"] }),
      ]),
  });
  const isShownOn = change.isPending ? change.variables.isOn : !isPaused;
  return (
    <>
      <Switch
        size={size}
        aria-label={t("switch", { dag: dagId })}
        checked={isShownOn}
        error={preview === null ? change.error?.message : undefined}
        onChange={({ currentTarget: { checked } }) => change.mutate({ isOn: checked })}
      />
      {preview !== null && (
        <SwitchOn
          dagId={dagId}
          preview={preview}
          error={change.error}
          isPending={change.isPending}
          onClose={() => setPreview(null)}
          onConfirm={() => change.mutate({ isOn: true, etag: preview.etag })}
        />
      )}
    </>
  );
}

async function previewOf(dagId: string): Promise<UnpausePreview> {
  const body = { action: "unpause", path: { dag_id: dagId } };
  return (await client.post("/api/momiji/v1/preview", { body } as never)) as unknown as UnpausePreview;
}

interface SwitchOnProps {
  readonly dagId: string;
  readonly preview: UnpausePreview;
  readonly error: Error | null;
  readonly isPending: boolean;
  onClose(): void;
  onConfirm(): void;
}

function SwitchOn({ dagId, preview: { onEnable, rows }, error, isPending, onClose, onConfirm }: SwitchOnProps) {
  const { t } = useTranslation("dag");
  const { data: dag } = useQuery({
    queryKey: ["dag", dagId],
    queryFn: ({ signal }) => client.get("/api/v2/dags/{dag_id}", { params: { path: { dag_id: dagId } }, signal }),
  });
  const zone = dag?.timezone ?? "UTC";
  return (
    <Modal opened onClose={onClose} title={t("switchOn.title", { dag: dagId })} size="xl">
      <OnEnable onEnable={onEnable} zone={zone} />
      <ComingRuns rows={rows.slice(0, SHOWN)} zone={zone} />
      {error !== null && <ProblemPanel error={error} />}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {t("switchOn.cancel")}
        </Button>
        <Button loading={isPending} onClick={onConfirm}>
          {onEnable.now > MANY ? t("switchOn.confirmMany", { count: onEnable.now }) : t("switchOn.confirm")}
        </Button>
      </Group>
    </Modal>
  );
}

/** Holds a backfill, lets it go on, ends it, and says how many of its runs go on at once. */
import { Button, Group, NumberInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../../../parts/dialog.tsx";
import { useRefusal } from "../../../acts/use-refusal.ts";
import { client } from "../../../api/client.ts";
import { GuardedButton } from "../../../parts/guarded.tsx";
import { ProblemPanel } from "../../../parts/problem-panel.tsx";
import { type BackfillDetails, phaseOf } from "./backfill.ts";
import styles from "./backfills.module.css";

type Act = { readonly verb: "pause" | "unpause" | "cancel" } | { readonly verb: "limit"; readonly count: number };

function useControl({ id, dag_id: dagId }: BackfillDetails) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (act: Act) => {
      const params = { path: { backfill_id: id } };
      if (act.verb === "limit")
        await client.patch("/api/momiji/v1/backfills/{backfill_id}", { params, body: { max_active_runs: act.count } });
      else await client.put(`/api/v2/backfills/{backfill_id}/${act.verb}`, { params });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ["backfill", dagId] }),
  });
}

export function BackfillControls({ backfill }: { readonly backfill: BackfillDetails }) {
  const { t } = useTranslation("backfill");
  const refusal = useRefusal("backfills", [backfill.dag_id]);
  const [isEnding, setEnding] = useState(false);
  const act = useControl(backfill);
  const phase = phaseOf(backfill);
  if (phase === "done" || phase === "cancelled") return null;
  return (
    <>
      <div className={styles["controls"]}>
        <GuardedButton
          reason={refusal}
          size="compact-sm"
          variant="default"
          loading={act.isPending && act.variables.verb !== "limit"}
          onClick={() => act.mutate({ verb: phase === "paused" ? "unpause" : "pause" })}
        >
          {t(phase === "paused" ? "unpause" : "pause")}
        </GuardedButton>
        <GuardedButton reason={refusal} size="compact-sm" variant="outline" color="red" onClick={() => setEnding(true)}>
          {t("cancel")}
        </GuardedButton>
        <Limit backfill={backfill} refusal={refusal} onChange={(count) => act.mutate({ verb: "limit", count })} />
      </div>
      {act.error !== null && <ProblemPanel error={act.error} />}
      {isEnding && (
        <Ending
          backfill={backfill}
          onKeep={() => setEnding(false)}
          onEnd={() => {
            setEnding(false);
            act.mutate({ verb: "cancel" });
          }}
        />
      )}
    </>
  );
}

interface EndingProps {
  readonly backfill: BackfillDetails;
  onKeep(): void;
  onEnd(): void;
}

function Ending({ backfill: { id, progress }, onKeep, onEnd }: EndingProps) {
  const { t } = useTranslation("backfill");
  return (
    <Dialog onClose={onKeep} title={t("cancelTitle", { id })}>
      <p>{t("cancelWords", { count: progress.queued })}</p>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" data-autofocus onClick={onKeep}>
          {t("keep")}
        </Button>
        <Button variant="outline" color="red" onClick={onEnd}>
          {t("cancel")}
        </Button>
      </Group>
    </Dialog>
  );
}

interface LimitProps {
  readonly backfill: BackfillDetails;
  readonly refusal: string | null;
  onChange(count: number): void;
}

function Limit({ backfill: { max_active_runs: now }, refusal, onChange }: LimitProps) {
  const { t } = useTranslation("backfill");
  const [count, setCount] = useState(now);
  const isSame = count === now;
  return (
    <Group gap="xs" align="flex-end">
      <NumberInput
        size="xs"
        label={t("maxActive")}
        min={1}
        max={1000}
        allowDecimal={false}
        w="9rem"
        value={count}
        hideControls
        onChange={(value) => Number.isInteger(Number(value)) && Number(value) >= 1 && setCount(Number(value))}
      />
      <GuardedButton
        reason={refusal ?? (isSame ? t("sameLimit") : null)}
        size="compact-sm"
        variant="default"
        onClick={() => onChange(count)}
      >
        {t("saveLimit")}
      </GuardedButton>
    </Group>
  );
}

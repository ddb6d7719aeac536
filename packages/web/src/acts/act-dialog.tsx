/** Shows exactly what an act would do before it is done, and does that and nothing else. */
import { MomijiError } from "@momiji/client";
import { Alert, Button, Checkbox, Group, Modal } from "@mantine/core";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemPanel } from "../parts/problem-panel.tsx";
import { StateBadge } from "../states/state-badge.tsx";
import { readState } from "../states/state.ts";
import { type Act, type ActPlace, doAct, type Preview, previewAct, type PreviewItem, type Reach } from "./act.ts";
import styles from "./acts.module.css";

interface ActDialogProps {
  readonly act: Act;
  readonly place: ActPlace;
  onClose(): void;
}

const CONFLICT = 409;

const OF_TASKS = ["downstream", "upstream", "past", "future"] as const;

/** A run: what failed of it. A task: itself and what comes after. */
function usualReach(act: Act, { taskId }: ActPlace): Reach {
  const isTaskCleared = act.kind === "clear" && taskId !== undefined;
  return {
    downstream: isTaskCleared,
    upstream: false,
    past: false,
    future: false,
    onlyFailed: act.kind === "clear" && taskId === undefined,
  };
}

export function ActDialog({ act, place, onClose }: ActDialogProps) {
  const { t } = useTranslation("acts");
  const [reach, setReach] = useState(() => usualReach(act, place));
  const preview = useQuery({
    queryKey: ["preview", act, place, reach],
    queryFn: () => previewAct(act, place, reach),
    placeholderData: keepPreviousData,
    gcTime: 0,
    staleTime: 0,
  });
  const done = useMutation({
    mutationFn: (etag: string) => doAct(act, place, { reach, etag }),
    onSuccess: onClose,
    onError: (error) => {
      if (error instanceof MomijiError && error.status === CONFLICT) void preview.refetch();
    },
  });
  const { data: shown } = preview;
  const isMoved = done.error instanceof MomijiError && done.error.status === CONFLICT;
  const what = place.taskId ?? place.runId;
  const title =
    act.kind === "clear"
      ? t("title.clear", { count: shown?.total ?? 0, dag: place.dagId })
      : t(`title.${act.state}`, { what });
  return (
    <Modal opened onClose={onClose} title={title} size="lg">
      <Scope act={act} place={place} reach={reach} onChange={setReach} />
      {isMoved && (
        <Alert color="yellow" role="alert" mt="sm">
          {t("moved")}
        </Alert>
      )}
      {preview.error !== null && <ProblemPanel error={preview.error} onRetry={() => void preview.refetch()} />}
      {done.error !== null && !isMoved && <ProblemPanel error={done.error} />}
      {shown !== undefined && <Consequences preview={shown} />}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {t("cancel")}
        </Button>
        <Button
          disabled={shown === undefined || shown.total === 0 || preview.isFetching}
          loading={done.isPending}
          onClick={() => shown !== undefined && done.mutate(shown.etag)}
        >
          {t(`confirm.${act.kind}`, { count: shown?.total ?? 0 })}
        </Button>
      </Group>
    </Modal>
  );
}

interface ScopeProps extends Omit<ActDialogProps, "onClose"> {
  readonly reach: Reach;
  onChange(reach: Reach): void;
}

function Scope({ act, place, reach, onChange }: ScopeProps) {
  const { t } = useTranslation("acts");
  const offered = [
    ...(place.taskId === undefined ? [] : OF_TASKS),
    ...(act.kind === "clear" ? (["onlyFailed"] as const) : []),
  ];
  return (
    <Group gap="md">
      {offered.map((name) => (
        <Checkbox
          key={name}
          size="xs"
          label={t(name)}
          checked={reach[name]}
          onChange={({ currentTarget: { checked } }) => onChange({ ...reach, [name]: checked })}
        />
      ))}
    </Group>
  );
}

function Consequences({ preview: { items, total, runs, triggers } }: { readonly preview: Preview }) {
  const { t } = useTranslation(["acts", "states"]);
  if (total === 0) return <p>{t("acts:nothing")}</p>;
  return (
    <>
      <ul className={styles["items"]}>
        {items.map((item) => (
          <li key={`${item.key.dag_run_id} ${item.key.task_id} ${item.key.map_index}`}>
            <StateBadge state={readState(item.from)} />
            <span className={styles["name"]}>{nameOf(item)}</span>
            <span className={styles["effect"]}>
              {t(`acts:effect.${item.effect}`, {
                names: item.waits_for.join(", "),
                state: t(`states:${readState(item.to)}`),
              })}
            </span>
          </li>
        ))}
      </ul>
      {total > items.length && <p>{t("acts:more", { count: total - items.length })}</p>}
      {runs.map(({ dag_run_id: run, from, to }) => (
        <p key={run}>{t("acts:run", { from: t(`states:${readState(from)}`), to: t(`states:${readState(to)}`) })}</p>
      ))}
      {triggers.dags.length > 0 && <p>{t("acts:listeners", { names: triggers.dags.join(", ") })}</p>}
    </>
  );
}

function nameOf({ key: { task_id: taskId, map_index: index } }: PreviewItem): string {
  return index < 0 ? taskId : `${taskId} [${index}]`;
}

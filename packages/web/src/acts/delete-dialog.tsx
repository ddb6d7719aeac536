/** Deletes runs, or all that is kept of a DAG: what goes, what remains, and the name is typed where much goes. */
import { TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActFrame } from "./act-frame.tsx";
import styles from "./acts.module.css";
import { isMovedOn } from "./conflict.ts";
import { type Deleted, deleteAll, type Gone, whatGoes } from "./deletion.ts";
import { endAct } from "./open-act.ts";
import { useRefusal } from "./use-refusal.ts";

export function DeleteDialog({ target }: { readonly target: Deleted }) {
  const { t } = useTranslation("acts");
  const [typed, setTyped] = useState("");
  const { gone, act } = useDeletion(target);
  const isOfDag = target.of === "dag";
  const dagIds = isOfDag ? [target.dagId] : target.runs.map(({ dagId }) => dagId);
  const refusal = useRefusal(isOfDag ? "dag" : "run", dagIds, "delete");
  const isTyped = !isOfDag || typed === target.dagId;
  const isMoved = isMovedOn(act.error);
  const count = isOfDag ? 1 : target.runs.length;
  return (
    <ActFrame
      title={isOfDag ? t("title.deleteDag", { dag: target.dagId }) : t("title.deleteRuns", { count })}
      isMoved={isMoved}
      problem={gone.error ?? (isMoved ? null : act.error)}
      onRetry={() => void gone.refetch()}
      confirm={isOfDag ? t("confirm.deleteDag") : t("confirm.deleteRuns", { count })}
      isReady={gone.data !== undefined && !gone.isFetching && isTyped && refusal === null}
      isPending={act.isPending}
      hint={refusal ?? (isTyped ? null : t("typeFirst"))}
      look={{ variant: "outline", color: "red" }}
      onConfirm={() => act.mutate()}
    >
      {gone.data !== undefined && <WhatGoes gone={gone.data} isOfDag={isOfDag} />}
      {isOfDag && (
        <TextInput
          data-autofocus
          label={t("typeId", { dag: target.dagId })}
          value={typed}
          autoComplete="off"
          onChange={({ currentTarget: { value } }) => setTyped(value)}
        />
      )}
    </ActFrame>
  );
}

function useDeletion(target: Deleted) {
  const queries = useQueryClient();
  const gone = useQuery({ queryKey: ["delete", target], queryFn: () => whatGoes(target), gcTime: 0, staleTime: 0 });
  const act = useMutation({
    mutationFn: () => deleteAll(target, gone.data?.tags ?? []),
    onSuccess: () => {
      endAct();
      void queries.invalidateQueries();
    },
    onError: (error) => {
      if (isMovedOn(error)) void gone.refetch();
    },
  });
  return { gone, act };
}

function WhatGoes({ gone, isOfDag }: { readonly gone: Gone; readonly isOfDag: boolean }) {
  const { t } = useTranslation("acts");
  return (
    <div className={styles["follows"]}>
      <p>{t(isOfDag ? "goes.dag" : "goes.runs", { count: gone.runs, tasks: gone.tasks ?? 0 })}</p>
      {gone.unfinished > 0 && <p>{t("goes.unfinished", { count: gone.unfinished })}</p>}
      <p>{t(isOfDag ? "goes.dagRemains" : "goes.runsRemain")}</p>
    </div>
  );
}

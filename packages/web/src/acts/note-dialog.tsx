/** A note on runs or tasks, for whoever looks next: it begins with the one that is there. */
import { Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "../parts/toast.tsx";
import { ActFrame } from "./act-frame.tsx";
import { chosenOf, writeNotes } from "./ask.ts";
import { type ActRequest, endAct } from "./open-act.ts";
import { dagIdsOf } from "./targets.ts";
import { useNote } from "./use-note.ts";
import { useRefusal } from "./use-refusal.ts";
import { useTargetName } from "./use-target-name.ts";

const LONGEST = 1000;

export function NoteDialog({ request }: { readonly request: Extract<ActRequest, { readonly kind: "note" }> }) {
  const { t } = useTranslation("acts");
  const [typed, setTyped] = useState<string | null>(null);
  const found = useNote(request.target);
  const note = typed ?? found.data?.note ?? "";
  const refusal = useRefusal(request.target.of === "runs" ? "run" : "task_instance", dagIdsOf(request.target));
  const write = useMutation({
    mutationFn: async () => writeNotes(await chosenOf(request.target), note.trim() === "" ? null : note),
    onSuccess: () => {
      endAct();
      toast({ kind: "done", text: t("said.note") });
    },
  });
  return (
    <ActFrame
      title={t("title.note", { what: useTargetName(request.target) })}
      problem={found.error ?? write.error}
      onRetry={found.error === null ? undefined : () => void found.refetch()}
      confirm={t("saveNote")}
      isReady={refusal === null && found.data !== undefined}
      isPending={write.isPending}
      hint={refusal ?? (found.data?.many === true ? t("noteReplaces") : null)}
      onConfirm={() => write.mutate()}
    >
      <Textarea
        data-autofocus
        label={t("note")}
        description={t("noteHint", { count: LONGEST - note.length })}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={LONGEST}
        readOnly={found.data === undefined}
        value={note}
        onChange={({ currentTarget: { value } }) => setTyped(value)}
      />
    </ActFrame>
  );
}

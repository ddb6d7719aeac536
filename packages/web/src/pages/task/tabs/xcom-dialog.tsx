/** Writes an XCom by hand: a new one, or another value of one that is there. */
import { TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { client } from "../../../api/client.ts";
import { CodeEditor } from "../../../parts/code/code-editor.tsx";
import { toast } from "../../../parts/toast.tsx";
import { FormDialog } from "../../admin/form-dialog.tsx";
import { pathOf, TASK, type TaskPlace } from "../task-place.ts";
import styles from "../task.module.css";
import { readJson } from "./read-json.ts";

interface XComDialogProps {
  readonly place: TaskPlace;
  /** What is changed; null: a new one is made. */
  readonly old: { readonly key: string; readonly value: unknown } | null;
  onClose(): void;
}

export function XComDialog({ place, old, onClose }: XComDialogProps) {
  const { t } = useTranslation("task");
  const [key, setKey] = useState(old?.key ?? "");
  const [text, setText] = useState(JSON.stringify(old?.value ?? null, null, 2));
  const hint = useId();
  const value = readJson(text);
  const sends = useWriting({ place, isNew: old === null, onClose });
  const missing = value === null ? t("xcom.noJson") : key === "" ? t("xcom.noKey") : null;
  return (
    <FormDialog
      title={old === null ? t("xcom.add") : t("xcom.editOf", { key })}
      submit={t("xcom.save")}
      sends={{ ...sends, mutate: () => sends.mutate({ key, value: value?.json ?? null }) }}
      missing={missing}
      size="lg"
      onClose={onClose}
    >
      {old === null && (
        <TextInput
          data-autofocus
          label={t("xcom.key")}
          value={key}
          onChange={({ currentTarget }) => setKey(currentTarget.value)}
        />
      )}
      <div>
        <p className={styles["label"]}>{t("xcom.value")}</p>
        <CodeEditor
          label={t("xcom.value")}
          value={text}
          onChange={setText}
          isInvalid={value === null}
          describedBy={hint}
        />
        <p id={hint} className={styles["quiet"]}>
          {t("xcom.writeHint")}
        </p>
      </div>
    </FormDialog>
  );
}

interface Writing extends Pick<XComDialogProps, "place" | "onClose"> {
  readonly isNew: boolean;
}

interface Written {
  readonly key: string;
  readonly value: unknown;
}

function useWriting({ place, isNew, onClose }: Writing) {
  const { t } = useTranslation("task");
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ key, value }: Written) => {
      const body = { value: value as never, map_index: place.mapIndex };
      if (isNew) await client.post(`${TASK}/xcomEntries`, { params: { path: pathOf(place) }, body: { key, ...body } });
      else
        await client.patch(`${TASK}/xcomEntries/{xcom_key}`, {
          params: { path: { ...pathOf(place), xcom_key: key } },
          body,
        });
      return key;
    },
    onSuccess: async (key) => {
      onClose();
      toast({ kind: "done", text: t("xcom.saved", { key }) });
      await queries.invalidateQueries({ queryKey: ["task", place.dagId, place.runId, place.taskId] });
    },
  });
}

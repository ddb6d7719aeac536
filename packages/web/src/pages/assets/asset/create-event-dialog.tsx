/** Tells that an asset has changed, as somebody outside would; shows first which DAGs that begins. */
import { Button, Group } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../../../parts/dialog.tsx";
import { client } from "../../../api/client.ts";
import { CodeEditor } from "../../../parts/code/code-editor.tsx";
import { ProblemPanel } from "../../../parts/problem-panel.tsx";
import { toast } from "../../../parts/toast.tsx";
import type { AssetOverview } from "../assets.ts";
import styles from "../assets.module.css";
import { readExtra } from "./read-extra.ts";
import { Starting } from "./starting.tsx";

interface CreateEventDialogProps {
  /** Live: what it says would begin is what would begin. */
  readonly overview: AssetOverview;
  onClose(): void;
}

export function CreateEventDialog({ overview: { asset, consumers }, onClose }: CreateEventDialogProps) {
  const { t } = useTranslation("assets");
  const [text, setText] = useState("{}");
  const [isLeft, setLeft] = useState(false);
  const problemId = useId();
  const queries = useQueryClient();
  const extra = readExtra(text);
  const made = useMutation({
    mutationFn: (given: { readonly [name: string]: unknown }) =>
      client.post("/api/v2/assets/events", { body: { asset_id: asset.id, extra: given } }),
    onSuccess: async () => {
      toast({ text: t("act.eventMade", { asset: asset.name }), kind: "done" });
      onClose();
      await queries.invalidateQueries({ queryKey: ["assets"] });
    },
  });
  const isWrong = extra === null && isLeft;
  return (
    <Dialog onClose={onClose} title={t("act.eventOf", { asset: asset.name })} size="lg">
      <p className={styles["label"]}>{t("act.extra")}</p>
      <CodeEditor
        label={t("act.extra")}
        value={text}
        onChange={setText}
        onBlur={() => setLeft(true)}
        isInvalid={isWrong}
        {...(isWrong ? { describedBy: problemId } : {})}
      />
      {isWrong && (
        <p id={problemId} className={styles["bad"]}>
          {t("act.noObject")}
        </p>
      )}
      <Starting consumers={consumers} />
      {made.error !== null && <ProblemPanel error={made.error} />}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {t("act.cancel")}
        </Button>
        <Button loading={made.isPending} onClick={() => (extra === null ? setLeft(true) : made.mutate(extra))}>
          {t("act.makeEvent")}
        </Button>
      </Group>
    </Dialog>
  );
}

/** Shows exactly what clearing or marking would do before it is done, and does that and nothing else. */
import { Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActFrame } from "./act-frame.tsx";
import { Consequences } from "./consequences.tsx";
import type { ReachRequest } from "./open-act.ts";
import { askedIn } from "./preview.ts";
import { ReachOptions } from "./reach-options.tsx";
import { usualReach } from "./reach.ts";
import { useReach } from "./use-reach.ts";
import { useTargetName } from "./use-target-name.ts";

/** From so many on it is said that there is no way back. */
const MANY = 50;

const LONGEST_NOTE = 1000;

export function ReachDialog({ request }: { readonly request: ReachRequest }) {
  const { t } = useTranslation("acts");
  const [reach, setReach] = useState(() =>
    usualReach(request, request.target, request.kind === "clear" ? request.onlyFailed : undefined),
  );
  const [note, setNote] = useState("");
  const act = useReach({ request, reach, note });
  const count = act.exact?.total ?? 0;
  const meant = request.kind === "mark" && act.exact !== undefined ? askedIn(act.exact) : count;
  const what = useTargetName(request.target);
  return (
    <ActFrame
      title={request.kind === "clear" ? t("title.clear", { what }) : t(`title.${request.state}`, { what })}
      size="xl"
      isMoved={act.isMoved}
      problem={act.problem}
      onRetry={act.again}
      confirm={t(`confirm.${request.kind}`, { count: meant })}
      isReady={act.exact !== undefined && count > 0 && !act.isAsking && act.refusal === null}
      isPending={act.isDoing}
      hint={act.refusal ?? (request.kind === "clear" && count > MANY ? t("noUndo") : null)}
      onConfirm={act.perform}
    >
      <ReachOptions request={request} reach={reach} onChange={setReach} />
      <Consequences request={request} act={act} />
      {(act.whole?.total ?? 0) > 0 && (
        <Textarea
          size="xs"
          label={t("note")}
          autosize
          minRows={1}
          maxRows={4}
          maxLength={LONGEST_NOTE}
          value={note}
          onChange={({ currentTarget: { value } }) => setNote(value)}
        />
      )}
    </ActFrame>
  );
}

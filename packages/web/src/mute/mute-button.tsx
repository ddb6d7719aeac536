/** Mutes a failure for an hour, or lets it be heard again: for the reader alone. */
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { now } from "../now.ts";
import { toast } from "../parts/toast.tsx";
import { useMoment } from "../parts/use-moment.ts";
import { changePreferences, preferences, usePreferences } from "../preferences/preferences.ts";
import { type FailedThing, MUTED_MILLIS, mutedUntil, withMuted } from "./mute.ts";

/** @param until null: it is heard again */
function mute(failed: FailedThing, until: number | null): void {
  changePreferences({ muted: withMuted(preferences().muted, failed, { until, now: now() }) });
}

export function MuteButton({ failed }: { readonly failed: FailedThing }) {
  const { t } = useTranslation("home");
  const { muted } = usePreferences();
  const moment = useMoment();
  const since = mutedUntil(muted, failed, now());
  if (since !== null)
    return (
      <Button size="compact-sm" variant="default" onClick={() => mute(failed, null)}>
        {t("mute.end", { time: moment(since) })}
      </Button>
    );
  return (
    <Button
      size="compact-sm"
      variant="default"
      title={t("mute.text")}
      onClick={() => {
        const until = now() + MUTED_MILLIS;
        mute(failed, until);
        const what = failed.taskId === null ? failed.dagId : `${failed.dagId} · ${failed.taskId}`;
        toast({ kind: "done", text: t("mute.said", { what, time: moment(until) }), undo: () => mute(failed, null) });
      }}
    >
      {t("mute.hour")}
    </Button>
  );
}

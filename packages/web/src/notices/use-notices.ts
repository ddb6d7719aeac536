/** Tells by the browser of the reader's own runs that fail while they look at something else. Used once, by the shell. */
import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { shellQuery } from "../api/shell-query.ts";
import { useLive } from "../live/use-live.ts";
import { hasMuted } from "../mute/mute.ts";
import { now } from "../now.ts";
import { preferences, usePreferences } from "../preferences/preferences.ts";
import { type FailedRun, failedRun, type Notice, noticeOf } from "./notices.ts";
import { ownDags } from "./own-dags.ts";

const TOPICS = ["runs"];
/** What fails together is told once. */
const SETTLE_MILLIS = 1000;

export function useNotices(): void {
  const { notifies } = usePreferences();
  const queries = useQueryClient();
  const show = useShow();
  const failed = useRef<FailedRun[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const tell = async (runs: readonly FailedRun[]): Promise<void> => {
    const user = queries.getQueryData(shellQuery.queryKey)?.user.username ?? "";
    const own = await queries.fetchQuery(ownDags(user));
    const { muted } = preferences();
    const notice = noticeOf(runs, (dagId) => own.has(dagId) && !hasMuted(muted, dagId, now()));
    if (notice !== null) show(notice);
  };
  useLive(notifies ? TOPICS : [], (event) => {
    const run = notifies && document.hidden && isAllowed() ? failedRun(event, now()) : null;
    if (run === null) return;
    failed.current.push(run);
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      // Whoever cannot be asked now tells of the next failure.
      void tell(failed.current.splice(0)).catch(() => undefined);
    }, SETTLE_MILLIS);
  });
}

function isAllowed(): boolean {
  return "Notification" in window && Notification.permission === "granted";
}

function useShow(): (notice: Notice) => void {
  const { t } = useTranslation();
  const { history, basepath } = useRouter();
  return ({ tag, dagIds, runId, runs, path }) => {
    const title = t("notice.failed", { count: runs, dag: dagIds[0] ?? "" });
    const shown = new Notification(title, { tag, body: runId ?? dagIds.join(", ") });
    shown.addEventListener("click", () => {
      shown.close();
      window.focus();
      history.push(`${basepath.replace(/\/$/, "")}${path}`);
    });
  };
}

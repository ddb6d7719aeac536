/** What stands around the pages, kept true by live events. Used once, by the shell. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { shellQuery } from "../api/shell-query.ts";
import { reconnect } from "../live/connection.ts";
import { useLive, useLiveState } from "../live/use-live.ts";
import { toast } from "../parts/toast.tsx";
import { ActiveRuns, type ActiveCounts } from "./active-runs.ts";

const TOPICS = ["runs", "hitl", "import_errors"];

/** What waits for people is asked for again; of runs each event says enough. */
const WAITING = new Set(["hitl", "import_error", "reset"]);

const SETTLE_MILLIS = 500;

interface ShellState {
  readonly counts: ActiveCounts | null;
  /** Of the server, if it is another than that this page came from. */
  readonly newVersion: string | null;
}

export function useShell(): ShellState {
  const queries = useQueryClient();
  const [active] = useState(() => new ActiveRuns());
  const [counts, setCounts] = useState<ActiveCounts | null>(null);
  const [serverVersion, setServerVersion] = useState<string | null>(null);
  const first = useRef<string | null>(null);
  const again = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const frame = useRef(0);
  const readAgain = (): void => {
    again.current ??= setTimeout(() => {
      again.current = undefined;
      void queries.invalidateQueries({ queryKey: shellQuery.queryKey });
    }, SETTLE_MILLIS);
  };
  const isWatched = useLive(TOPICS, (event) => {
    if (event.event === "hello" && typeof event.data["version"] === "string") setServerVersion(event.data["version"]);
    if (WAITING.has(event.event)) readAgain();
    if (!active.take(event)) return;
    // An answered question is an end of waiting that no event tells of.
    if ((queries.getQueryData(shellQuery.queryKey)?.inbox ?? 0) > 0) readAgain();
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => setCounts(active.counts));
  });
  const { data } = useQuery({ ...shellQuery, enabled: isWatched });
  useEffect(() => {
    if (data === undefined) return;
    first.current ??= data.version;
    active.begin(data);
    setCounts(active.counts);
  }, [data, active]);
  useEnded(readAgain);
  useLostRights();
  return { counts, newVersion: serverVersion === null || serverVersion === first.current ? null : serverVersion };
}

/** The stream has been refused: either the session has ended, which the next answer shows, or rights have changed. */
function useEnded(readAgain: () => void): void {
  const { state } = useLiveState();
  const queries = useQueryClient();
  useEffect(() => {
    if (state !== "ended") return;
    void queries.refetchQueries({ queryKey: shellQuery.queryKey }).then(() => reconnect());
  }, [state, queries]);
  const wasOff = useRef(false);
  useEffect(() => {
    if (state === "on" && wasOff.current) readAgain();
    if (state !== "connecting") wasOff.current = state !== "on";
  }, [state, readAgain]);
}

/** Somebody took a right away while the page was open. */
function useLostRights(): void {
  const { t } = useTranslation();
  const { data } = useQuery({ ...shellQuery, enabled: false });
  const before = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    if (data === undefined) return;
    const rights = new Set(data.rights.filter(({ allowed }) => allowed).map(({ permission }) => permission));
    const lost = [...(before.current ?? [])].filter((permission) => !rights.has(permission));
    before.current = rights;
    if (lost.length === 0) return;
    const [right = ""] = lost;
    toast({ kind: "problem", text: t("rights.lost", { count: lost.length, right }) });
  }, [data, t]);
}

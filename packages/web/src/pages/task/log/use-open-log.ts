/** A log as a component reads it: opened where its state makes people look, and live while it grows. */
import type { LogLine } from "@momiji/client";
import { useEffect, useMemo, useReducer, useRef, useSyncExternalStore } from "react";
import { useLive } from "../../../live/use-live.ts";
import { type AttemptName, LogSource } from "./log-source.ts";
import { OpenLog, type OpenLogState, type Opening } from "./open-log.ts";

interface HowOpened {
  readonly opening: Opening;
  /** No line follows. */
  readonly isOver: boolean;
}

export interface UsedLog extends OpenLogState {
  readonly log: OpenLog;
  retry(): void;
}

export function useOpenLog(name: AttemptName, { opening, isOver }: HowOpened): UsedLog {
  const key = JSON.stringify(name);
  const log = useMemo(() => new OpenLog(new LogSource(JSON.parse(key) as AttemptName)), [key]);
  const first = useRef({ opening, isOver });
  const [tries, retry] = useReducer((count: number) => count + 1, 0);
  useEffect(() => void log.open(first.current.opening), [log, tries]);
  const state = useSyncExternalStore(log.subscribe, log.state);
  const { openedWith } = state;
  const isGrowing = !isOver && openedWith !== null;
  useLive(isGrowing ? [log.source.topic(openedWith + 1)] : [], ({ event, data }) => {
    const { dagId, runId, taskId, mapIndex, tryNumber } = log.source.name;
    if (event === "reset") void log.catchUp();
    if (event !== "log" || data.d !== dagId || data.r !== runId || data.t !== taskId) return;
    if (data["m"] === mapIndex && data["n"] === tryNumber) log.append(data["lines"] as readonly LogLine[]);
  });
  useEffect(() => {
    // The last lines may have come after nobody was told of them any more.
    if (isOver && !first.current.isOver && openedWith !== null) void log.catchUp().catch(() => undefined);
  }, [log, isOver, openedWith]);
  return { ...state, log, retry };
}

/** Says to those who listen which task instances of the open run fail: the first at once, those right after it together. */
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLive } from "../../live/use-live.ts";
import { stateOfLetter } from "../../states/state.ts";
import type { RunPlace } from "./run-data.ts";

const PACE_MILLIS = 3000;

export function FailureNews({ place: { dagId, runId } }: { readonly place: RunPlace }) {
  const { t } = useTranslation("run");
  const [said, setSaid] = useState("");
  const known = useRef(new Set<string>());
  const waiting = useRef<string[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const say = (): void => {
    const [task, ...others] = waiting.current.splice(0);
    timer.current = task === undefined ? undefined : setTimeout(say, PACE_MILLIS);
    if (task === undefined) return;
    setSaid(others.length === 0 ? t("news.failed", { task }) : t("news.failedMore", { task, count: others.length }));
  };
  useLive([`run:${dagId}/${runId}`], ({ event, data: { d, r, t: taskId = "", m = -1, s = "", n } }) => {
    if (event !== "ti" || d !== dagId || r !== runId || stateOfLetter(s) !== "failed") return;
    const attempt = `${taskId} ${m} ${n}`;
    if (known.current.has(attempt)) return;
    known.current.add(attempt);
    waiting.current.push(m < 0 ? taskId : `${taskId} [${m}]`);
    if (timer.current === undefined) say();
  });
  return (
    <p role="status" className="visually-hidden">
      {said}
    </p>
  );
}

/** Says of a task that runs how long nothing has come of it, and when its worker was last heard of. */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { client } from "../../../api/client.ts";
import { now } from "../../../now.ts";
import { Took } from "../../../parts/took.tsx";
import { When } from "../../../parts/when.tsx";
import styles from "./log.module.css";

/** A task may be silent for as long. */
const USUAL_MILLIS = 10_000;

/** The seconds are counted in steps. */
const STEP_MILLIS = 5_000;

interface SilenceProps {
  /** Lines: silence begins anew with each. */
  readonly count: number;
  readonly worker: string | null;
}

export function Silence({ count, worker }: SilenceProps) {
  const { t } = useTranslation("task");
  const silentMillis = useSilence(count);
  const isLong = silentMillis >= USUAL_MILLIS;
  const { data } = useQuery({
    queryKey: ["workers", "silence", count],
    enabled: isLong,
    queryFn: ({ signal }) => client.get("/api/momiji/v1/workers", { signal }),
  });
  if (!isLong) return null;
  const host = worker?.split("@").at(-1);
  const service = data?.services.find((each) => each.host === host) ?? data?.services.find(({ alive }) => !alive);
  return (
    <span className={styles["silence"]} role="status">
      {t("log.silent")} <Took millis={silentMillis} />
      {worker !== null && service !== undefined && (
        <>
          {" · "}
          {t("log.lastSeen", { worker })} <When at={service.heartbeat} />
        </>
      )}
    </span>
  );
}

/** Milliseconds since the last line, in steps. */
function useSilence(count: number): number {
  const [silent, setSilent] = useState(0);
  useEffect(() => {
    const since = now();
    setSilent(0);
    const timer = setInterval(() => setSilent(now() - since), STEP_MILLIS);
    return () => clearInterval(timer);
  }, [count]);
  return silent;
}

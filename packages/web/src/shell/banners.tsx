/** What everybody on any page must know: that the page is not live, that the server is a newer one, that a process is down. */
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { shellQuery } from "../api/shell-query.ts";
import { instantText, readInstant } from "../format/instant.ts";
import { useLiveState } from "../live/use-live.ts";
import { useZone } from "../preferences/zone.ts";
import { DataAge } from "./data-age.tsx";
import styles from "./shell.module.css";

const PATIENCE_MILLIS = 10_000;

export function Banners({ newVersion }: { readonly newVersion: string | null }) {
  return (
    <div className={styles["banners"]}>
      <Offline />
      <NewVersion version={newVersion} />
      <Down />
    </div>
  );
}

/** Not for a moment's break: after ten seconds. */
function Offline() {
  const { t } = useTranslation();
  const zone = useZone();
  const { state, at } = useLiveState();
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (state !== "off") return setLong(false);
    const timer = setTimeout(() => setLong(true), PATIENCE_MILLIS);
    return () => clearTimeout(timer);
  }, [state]);
  if (!isLong || at === null) return null;
  return (
    <div className={styles["banner"]} data-kind="note" role="status">
      <span>{t("live.off", { time: instantText(at, zone) })}</span>
      <DataAge at={at} />
    </div>
  );
}

/** Another build was put in place: its pages are not those that this one knows, or a part of ours is gone. */
function NewVersion({ version }: { readonly version: string | null }) {
  const { t } = useTranslation();
  const [isGone, setGone] = useState(false);
  useEffect(() => {
    const onGone = (): void => setGone(true);
    window.addEventListener("vite:preloadError", onGone);
    return () => window.removeEventListener("vite:preloadError", onGone);
  }, []);
  if (version === null && !isGone) return null;
  return (
    <div className={styles["banner"]} data-kind="note" role="status">
      <span>{t("reload.text")}</span>
      <Button size="compact-xs" variant="default" onClick={() => window.location.reload()}>
        {version === null ? t("reload.now") : t("reload.version", { version })}
      </Button>
    </div>
  );
}

const TYPES = ["SchedulerJob", "TriggererJob", "DagProcessorJob"] as const;

function Down() {
  const { t } = useTranslation();
  const zone = useZone();
  const { data } = useQuery({ ...shellQuery, enabled: false });
  const down = TYPES.flatMap((type) => {
    const of = data?.services.filter((service) => service.type === type) ?? [];
    return of.length > 0 && !of.some(({ isAlive }) => isAlive) ? [{ type, last: of.at(-1)?.heartbeatAt }] : [];
  });
  return down.map(({ type, last }) => {
    const time = instantText(readInstant(last) ?? 0, zone);
    return (
      <div key={type} className={styles["banner"]} data-kind="bad" role="alert">
        <strong>{t(`down.${type}`)}</strong> <span>{t("down.since", { time })}</span>
      </div>
    );
  });
}

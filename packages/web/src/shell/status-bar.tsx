/** Whether what is shown is what is: the stream of changes, and how old the page is when there is none. */
import { useTranslation } from "react-i18next";
import { instantText } from "../format/instant.ts";
import { useLiveState } from "../live/use-live.ts";
import { usePreferences, zoneOf } from "../preferences/preferences.ts";
import styles from "./shell.module.css";

export function StatusBar() {
  const { t } = useTranslation();
  const zone = zoneOf(usePreferences());
  const { state, at } = useLiveState();
  const text =
    state === "off" && at !== null
      ? t("live.off", { time: instantText(at, zone) })
      : t(`live.${state === "off" ? "connecting" : state}`);
  return (
    <footer className={styles["status"]}>
      <span className={styles["dot"]} data-live={state} aria-hidden="true" />
      <span role="status">{text}</span>
    </footer>
  );
}

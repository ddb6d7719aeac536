/** What stands around every page: the way to the others, the zone of all times, whether the page is live. */
import { Outlet } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ActHost } from "../acts/act-host.tsx";
import { Toasts } from "../parts/toast.tsx";
import { Rail } from "./rail.tsx";
import styles from "./shell.module.css";
import { StatusBar } from "./status-bar.tsx";
import { TopBar } from "./top-bar.tsx";

export function Shell() {
  const { t } = useTranslation();
  return (
    <div className={styles["shell"]}>
      <a className={styles["skip"]} href="#content">
        {t("skip")}
      </a>
      <Rail />
      <TopBar />
      <main id="content" className={styles["content"]} tabIndex={-1}>
        <Outlet />
      </main>
      <StatusBar />
      <ActHost />
      <Toasts />
    </div>
  );
}

/** What stands around every page: the way to the others, the search, the zone of all times, whether the page is live. */
import { Outlet } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ActHost } from "../acts/act-host.tsx";
import { KeyHelp } from "../keys/help.tsx";
import { useNotices } from "../notices/use-notices.ts";
import { useRecovery } from "../live/use-recovery.ts";
import { PaletteHost } from "../palette/palette-host.tsx";
import { Toasts } from "../parts/toast.tsx";
import { useProfile } from "../preferences/use-profile.ts";
import { SessionDialog } from "../session/session-dialog.tsx";
import { ActiveCountsContext } from "./active-counts.ts";
import { Banners } from "./banners.tsx";
import { Rail } from "./rail.tsx";
import { ShellKeys } from "./shell-keys.tsx";
import styles from "./shell.module.css";
import { StatusBar } from "./status-bar.tsx";
import { TopBar } from "./top-bar.tsx";
import { useDropped } from "./use-dropped.ts";
import { useIsoCopies } from "./use-iso-copies.ts";
import { useRecents } from "./use-recents.ts";
import { useShell } from "./use-shell.ts";

export function Shell() {
  const { t } = useTranslation();
  const { counts, newVersion } = useShell();
  useRecovery();
  useProfile();
  useDropped();
  useRecents();
  useNotices();
  useIsoCopies();
  return (
    <div className={styles["shell"]}>
      <a className={styles["skip"]} href="#content">
        {t("skip")}
      </a>
      <Rail />
      <TopBar />
      <main id="content" className={styles["content"]} tabIndex={-1}>
        <Banners newVersion={newVersion} />
        <ActiveCountsContext value={counts}>
          <Outlet />
        </ActiveCountsContext>
      </main>
      <StatusBar counts={counts} />
      <ActHost />
      <Toasts />
      <PaletteHost />
      <KeyHelp />
      <SessionDialog />
      <ShellKeys />
    </div>
  );
}

/** Where one is, the search, and the zone of all times. */
import { ActionIcon, Tooltip, UnstyledButton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { showKeys } from "../keys/help.tsx";
import { KeyCaps } from "../keys/key-caps.tsx";
import { openPalette } from "../palette/open-palette.ts";
import { IconHelpCircle, IconSearch } from "../parts/icons.ts";
import { Breadcrumbs } from "./breadcrumbs.tsx";
import styles from "./shell.module.css";
import { ZoneChoice } from "./zone-choice.tsx";

export function TopBar() {
  const { t } = useTranslation();
  return (
    <header className={styles["top"]}>
      <Breadcrumbs />
      <div className={styles["tools"]}>
        <UnstyledButton className={styles["search"] ?? ""} onClick={openPalette}>
          <IconSearch size={14} aria-hidden="true" />
          <span>{t("search")}</span>
          <KeyCaps of="mod+k" />
        </UnstyledButton>
        <div className={styles["zone"]}>
          <ZoneChoice />
        </div>
        <Tooltip label={t("user.keys")}>
          <ActionIcon
            className={styles["help"] ?? ""}
            variant="subtle"
            color="gray"
            aria-label={t("user.keys")}
            onClick={showKeys}
          >
            <IconHelpCircle size={18} stroke={1.5} aria-hidden="true" />
          </ActionIcon>
        </Tooltip>
      </div>
    </header>
  );
}

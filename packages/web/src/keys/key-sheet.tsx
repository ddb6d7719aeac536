/** The sheet of keys: those that do something here stand out. */
import { Modal } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { usePreferences } from "../preferences/preferences.ts";
import { KeyCaps } from "./key-caps.tsx";
import { KEYS, isSingle, SECTIONS } from "./keys.ts";
import styles from "./key-sheet.module.css";
import { usePressable } from "./use-keys.ts";

export default function KeySheet({ onClose }: { onClose(): void }) {
  const { t } = useTranslation(["keys", "shell"]);
  const { singleKeys } = usePreferences();
  const here = usePressable();
  return (
    <Modal opened onClose={onClose} title={t("title")} size="xl" closeButtonProps={{ "aria-label": t("close") }}>
      <p className={styles["note"]}>{singleKeys ? t("note") : t("off")}</p>
      <div className={styles["sections"]}>
        {SECTIONS.map((section) => (
          <section key={section} aria-label={t(`section.${section}`)}>
            <h3>{t(`section.${section}`)}</h3>
            <dl>
              {KEYS.filter((each) => each.section === section).map(({ key, does }) => (
                <div key={key} data-here={here.includes(key) && (singleKeys || !isSingle(key))}>
                  <dt>
                    <KeyCaps of={key} />
                  </dt>
                  <dd>{t(`does.${does}`)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p>
        <Link to="/help/$" params={{ _splat: "guides/web-interface" }} onClick={onClose}>
          {t("shell:nav.help")}
        </Link>
      </p>
    </Modal>
  );
}

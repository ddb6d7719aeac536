/** How the reader likes things, their password, and what they are signed in with. */
import { useTranslation } from "react-i18next";
import { Panel } from "../../parts/panel.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { Look } from "./look.tsx";
import { OwnTokens } from "./own-tokens.tsx";
import { PasswordForm } from "./password-form.tsx";
import styles from "./settings.module.css";

export function SettingsPage() {
  const { t } = useTranslation("settings");
  useTitle(t("title"));
  return (
    <div className={styles["page"]}>
      <h1>{t("title")}</h1>
      <Panel title={t("look")}>
        <Look />
      </Panel>
      <Panel title={t("password.title")}>
        <PasswordForm />
      </Panel>
      <OwnTokens />
    </div>
  );
}

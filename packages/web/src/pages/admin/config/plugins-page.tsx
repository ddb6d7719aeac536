/** Airflow's plugins: there are none here, and what takes their place. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { client } from "../../../api/client.ts";
import { Empty } from "../../../parts/panel.tsx";
import { ProblemPanel } from "../../../parts/problem-panel.tsx";
import styles from "../admin.module.css";
import { SettingPage } from "../setting-page.tsx";

export function PluginsPage() {
  const { t } = useTranslation("admin");
  const { data, error, refetch } = useQuery({
    queryKey: ["plugins"],
    queryFn: ({ signal }) => client.get("/api/v2/plugins", { signal }),
  });
  return (
    <SettingPage title={t("plugins.title")} count={data?.total_entries}>
      {error !== null && <ProblemPanel error={error} onRetry={() => void refetch()} />}
      {data?.plugins.length === 0 && (
        <Empty>
          {t("plugins.empty")}{" "}
          <Link to="/providers" className={styles["inText"]}>
            {t("nav.providers")}
          </Link>
        </Empty>
      )}
      <ul>
        {data?.plugins.map(({ name }) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </SettingPage>
  );
}

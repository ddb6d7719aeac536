/** Momiji's packages that are installed beside it. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { client } from "../../../api/client.ts";
import { Empty } from "../../../parts/panel.tsx";
import { ProblemPanel } from "../../../parts/problem-panel.tsx";
import { UserLink } from "../../../parts/user-link.tsx";
import styles from "../admin.module.css";
import { SettingPage } from "../setting-page.tsx";

const MOST = 100;

export function ProvidersPage() {
  const { t } = useTranslation("admin");
  const { data, error, refetch } = useQuery({
    queryKey: ["providers"],
    queryFn: ({ signal }) => client.get("/api/v2/providers", { params: { query: { limit: MOST } }, signal }),
  });
  return (
    <SettingPage title={t("providers.title")} lead={t("providers.lead")} count={data?.total_entries}>
      {error !== null && <ProblemPanel error={error} onRetry={() => void refetch()} />}
      {data?.providers.length === 0 && <Empty>{t("providers.empty")}</Empty>}
      {data !== undefined && data.providers.length > 0 && (
        <table className={styles["table"]}>
          <thead>
            <tr>
              <th scope="col">{t("providers.package")}</th>
              <th scope="col">{t("providers.version")}</th>
              <th scope="col">{t("description")}</th>
            </tr>
          </thead>
          <tbody>
            {data.providers.map(({ package_name: name, version, description, documentation_url: url }) => (
              <tr key={name}>
                <td>
                  <strong>{url === null ? name : <UserLink href={url}>{name}</UserLink>}</strong>
                </td>
                <td>{version}</td>
                <td className={styles["quiet"]}>{description}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </SettingPage>
  );
}

/** Momiji's packages that are installed beside it, and what a DAG file gets of each. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { client } from "../../../api/client.ts";
import { Empty } from "../../../parts/panel.tsx";
import { ProblemPanel } from "../../../parts/problem-panel.tsx";
import styles from "../admin.module.css";
import { SettingPage } from "../setting-page.tsx";

export function ProvidersPage() {
  const { t } = useTranslation("admin");
  const { data, error, refetch } = useQuery({
    queryKey: ["providers"],
    queryFn: ({ signal }) => client.get("/api/momiji/v1/providers", { signal }),
  });
  return (
    <SettingPage title={t("providers.title")} lead={t("providers.lead")} count={data?.providers.length}>
      {error !== null && <ProblemPanel error={error} onRetry={() => void refetch()} />}
      {data?.providers.length === 0 && <Empty>{t("providers.empty")}</Empty>}
      {data !== undefined && data.providers.length > 0 && (
        <table className={styles["table"]}>
          <thead>
            <tr>
              <th scope="col">{t("providers.package")}</th>
              <th scope="col">{t("providers.version")}</th>
              <th scope="col">{t("providers.operators")}</th>
              <th scope="col">{t("providers.connectionTypes")}</th>
            </tr>
          </thead>
          <tbody>
            {data.providers.map(({ package_name: name, version, description, guide, problem, ...brings }) => (
              <tr key={name}>
                <td>
                  <strong>{name}</strong>
                  <div className={styles["quiet"]}>{description}</div>
                  {guide !== null && (
                    <Link to="/help/$" params={{ _splat: guide }}>
                      {t("providers.guide")}
                    </Link>
                  )}
                </td>
                <td data-label={t("providers.version")}>
                  {version}
                  {problem !== null && <div role="alert">{t(`providers.problem.${problem}`)}</div>}
                </td>
                <Names label={t("providers.operators")} of={brings.operators} />
                <Names label={t("providers.connectionTypes")} of={brings.connection_types} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </SettingPage>
  );
}

function Names({ label, of: names }: { readonly label: string; readonly of: readonly string[] }) {
  return (
    <td data-label={label}>
      <ul className={styles["names"]}>
        {names.map((name) => (
          <li key={name}>
            <code>{name}</code>
          </li>
        ))}
      </ul>
    </td>
  );
}

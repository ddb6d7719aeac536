/** Every option of the installation: what it is, where that came from, and what it would be otherwise. */
import { Checkbox } from "@mantine/core";
import { MomijiError } from "@momiji/client";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { client } from "../../../api/client.ts";
import { CodeWords } from "../../../parts/code-words.tsx";
import { Empty, Panel } from "../../../parts/panel.tsx";
import { ProblemPanel } from "../../../parts/problem-panel.tsx";
import styles from "../admin.module.css";
import { SettingPage } from "../setting-page.tsx";
import { TextFilter } from "../text-filter.tsx";
import { type Option, sectionsOf } from "./options.ts";

export function ConfigPage() {
  const { t } = useTranslation("admin");
  const { q = "", set = false } = useSearch({ from: "/admin/configs" });
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery({
    queryKey: ["config"],
    queryFn: ({ signal }) => client.get("/api/momiji/v1/config", { signal }),
  });
  const sections = sectionsOf(data?.settings ?? [], { q, isSet: set });
  const isHidden = error instanceof MomijiError && error.code === "config_hidden";
  return (
    <SettingPage
      title={t("config.title")}
      lead={t("config.lead")}
      count={data === undefined ? undefined : sections.reduce((sum, [, options]) => sum + options.length, 0)}
      tools={
        <>
          <TextFilter label={t("config.filter")} name="q" value={q} />
          <Checkbox
            size="xs"
            label={t("config.onlySet")}
            checked={set}
            onChange={({ currentTarget: { checked } }) =>
              void navigate({
                to: "/configs",
                search: { ...(q === "" ? {} : { q }), ...(checked ? { set: true as const } : {}) },
                replace: true,
              })
            }
          />
        </>
      }
    >
      {isHidden && (
        <Empty>
          <CodeWords text={t("config.hidden")} />
        </Empty>
      )}
      {error !== null && !isHidden && <ProblemPanel error={error} onRetry={() => void refetch()} />}
      {data !== undefined && sections.length === 0 && <Empty>{t("none", { filter: q })}</Empty>}
      {sections.map(([section, options]) => (
        <Panel key={section} title={section} count={options.length}>
          <Options options={options} />
        </Panel>
      ))}
    </SettingPage>
  );
}

function Options({ options }: { readonly options: readonly Option[] }) {
  const { t } = useTranslation("admin");
  return (
    <table className={`${styles["table"]} ${styles["options"]}`}>
      <thead>
        <tr>
          <th scope="col">{t("config.option")}</th>
          <th scope="col">{t("config.value")}</th>
          <th scope="col">{t("config.source")}</th>
          <th scope="col">{t("config.about")}</th>
        </tr>
      </thead>
      <tbody>
        {options.map(({ option, value, standard, source, about, is_secret: isSecret }) => (
          <tr key={option}>
            <td>
              <code>{option}</code>
            </td>
            <td className={styles["value"]}>
              {isSecret ? t("config.secret") : value === "" ? t("config.nothing") : value}
            </td>
            <td data-label={t("config.source")}>
              {source === "default" ? (
                <span className={styles["quiet"]}>{t("config.default")}</span>
              ) : (
                <>
                  {source === "flag" ? t("config.flag") : source}
                  {!isSecret && standard !== value && (
                    <span className={styles["quiet"]}>
                      {" "}
                      {t("config.otherwise", { value: standard === "" ? '""' : standard })}
                    </span>
                  )}
                </>
              )}
            </td>
            <td className={styles["quiet"]}>{about}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

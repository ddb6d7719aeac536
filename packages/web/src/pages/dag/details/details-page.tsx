/** Every property of a DAG, what holds, and where that comes from. */
import { Checkbox, Group as Row, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { client } from "../../../api/client.ts";
import { useFresh } from "../../../live/use-fresh.ts";
import { Empty, Panel } from "../../../parts/panel.tsx";
import { ProblemPanel } from "../../../parts/problem-panel.tsx";
import { useChangeSearch } from "../../../parts/table/use-change-search.ts";
import { type DagDetails, dagFacts, type Fact, type Group, GROUPS, shownFacts } from "./dag-facts.ts";
import styles from "./details.module.css";
import { FactValue } from "./fact-value.tsx";

const SETTLE_MILLIS = 500;

export function DetailsPage() {
  const { dagId } = useParams({ strict: false }) as { dagId: string };
  const queryKey = ["dag details", dagId];
  const enabled = useFresh({
    topics: [`dag:${dagId}`],
    queryKey,
    settleMillis: SETTLE_MILLIS,
    concerns: ({ event, data }) => event === "dag" && data.d === dagId,
  });
  const { data, error, refetch } = useQuery({
    enabled,
    queryKey,
    queryFn: ({ signal }) =>
      client.get("/api/v2/dags/{dag_id}/details", { params: { path: { dag_id: dagId } }, signal }),
  });
  if (error !== null) return <ProblemPanel error={error} onRetry={() => void refetch()} />;
  return data === undefined ? null : <Details dag={data} />;
}

function Details({ dag }: { readonly dag: DagDetails }) {
  const { t } = useTranslation("code");
  const { q = "", set = false } = useSearch({ from: "/dags/$dagId/details" });
  const change = useChangeSearch();
  const facts = shownFacts(dagFacts(dag), { text: q, onlySet: set });
  return (
    <>
      <Row gap="md" mb="sm">
        <TextInput
          size="xs"
          w={260}
          aria-label={t("details.find")}
          placeholder={t("details.find")}
          value={q}
          onChange={({ currentTarget: { value } }) => change({ q: value === "" ? undefined : value })}
        />
        <Checkbox
          size="xs"
          label={t("details.only")}
          checked={set}
          onChange={({ currentTarget: { checked } }) => change({ set: checked ? true : undefined })}
        />
        <span className={styles["unset"]} role="status">
          {t("details.count", { count: facts.length })}
        </span>
      </Row>
      {facts.length === 0 && <Empty>{t("details.none", { text: q })}</Empty>}
      {GROUPS.map((group) => (
        <Facts
          key={group}
          group={group}
          facts={facts.filter((fact) => fact.group === group)}
          version={dag.latest_dag_version?.version_number}
        />
      ))}
    </>
  );
}

interface FactsProps {
  readonly group: Group;
  readonly facts: readonly Fact[];
  readonly version: number | undefined;
}

function Facts({ group, facts, version }: FactsProps) {
  const { t } = useTranslation("code");
  if (facts.length === 0) return null;
  return (
    <Panel title={t(`details.group.${group}`)} count={facts.length}>
      <table className={styles["facts"]}>
        <colgroup>
          <col className={styles["name"]} />
          <col />
          <col className={styles["from"]} />
        </colgroup>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{t("details.property")}</th>
            <th scope="col">{t("details.value")}</th>
            <th scope="col">{t("details.from")}</th>
          </tr>
        </thead>
        <tbody>
          {facts.map((fact) => (
            <tr key={fact.name}>
              <th scope="row">
                <code>{fact.name}</code>
              </th>
              <td>
                <FactValue fact={fact} />
              </td>
              <td className={styles["unset"]}>
                {fact.source === "file" && version !== undefined
                  ? t("details.fileLine", { number: version })
                  : t(`details.source.${fact.source}`)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

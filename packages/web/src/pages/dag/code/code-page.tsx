/** The file of a DAG, as it was in a version. */
import { Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { client } from "../../../api/client.ts";
import { instantText, readInstant } from "../../../format/instant.ts";
import { ProblemPanel } from "../../../parts/problem-panel.tsx";
import { usePreferences, zoneOf } from "../../../preferences/preferences.ts";
import styles from "./code.module.css";

export function CodePage() {
  const { t } = useTranslation("dag");
  const { dagId } = useParams({ strict: false }) as { dagId: string };
  const zone = zoneOf(usePreferences());
  const [chosen, setChosen] = useState<string | null>(null);
  const versions = useQuery({
    queryKey: ["versions", dagId],
    queryFn: ({ signal }) =>
      client.get("/api/v2/dags/{dag_id}/dagVersions", {
        params: { path: { dag_id: dagId }, query: { order_by: ["-version_number"], limit: 100 } },
        signal,
      }),
  });
  const source = useQuery({
    queryKey: ["source", dagId, chosen],
    queryFn: ({ signal }) =>
      client.get("/api/v2/dagSources/{dag_id}", {
        params: { path: { dag_id: dagId }, query: chosen === null ? {} : { version_number: Number(chosen) } },
        headers: { accept: "application/json" },
        signal,
      }),
  });
  const all = versions.data?.dag_versions ?? [];
  return (
    <>
      <Select
        size="xs"
        w={280}
        mb="sm"
        aria-label={t("code.version")}
        data={all.map(({ version_number: number, created_at: at }) => ({
          value: String(number),
          label: `v${number} · ${instantText(readInstant(at) ?? 0, zone)}`,
        }))}
        value={chosen ?? (all[0] === undefined ? null : String(all[0].version_number))}
        onChange={setChosen}
      />
      {source.error !== null && <ProblemPanel error={source.error} onRetry={() => void source.refetch()} />}
      {source.data !== undefined && <Lines text={source.data.content ?? ""} />}
    </>
  );
}

function Lines({ text }: { readonly text: string }) {
  return (
    <ol className={styles["lines"]}>
      {text.split("\n").map((line, at) => (
        // A line of a file has no other name than its number.
        <li key={at}>{line}</li>
      ))}
    </ol>
  );
}

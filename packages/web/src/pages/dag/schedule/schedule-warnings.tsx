/** What is odd about a schedule, in words. */
import type { components } from "@momiji/client";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { client } from "../../../api/client.ts";
import type words from "../../../i18n/en/dag.json";
import styles from "./schedule.module.css";

type Warning = components["schemas"]["SchedulePreview"]["warnings"][number];
type WarningCode = keyof (typeof words)["schedule"]["warnings"];

const SHOWN = 10;

/** The page of the schedule asks the same. */
export function useSchedule(dagId: string, count = SHOWN) {
  return useQuery({
    queryKey: ["schedule", dagId, count],
    queryFn: ({ signal }) => client.post("/api/momiji/v1/schedule/preview", { body: { dagId, count }, signal }),
  });
}

export function ScheduleWarnings({ dagId }: { readonly dagId: string }) {
  const { data } = useSchedule(dagId);
  return <Warnings warnings={data?.warnings ?? []} />;
}

export function Warnings({ warnings }: { readonly warnings: readonly Warning[] }) {
  const { t } = useTranslation("dag");
  return warnings.map(({ code, params }) => (
    <p key={code} className={styles["warning"]}>
      {t(`schedule.warnings.${code as WarningCode}`, { ...params, defaultValue: code })}
    </p>
  ));
}

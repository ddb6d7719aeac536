/** What is odd about a schedule, in words. */
import type { components } from "@momiji/client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { client } from "../../../api/client.ts";
import { durationText } from "../../../format/duration.ts";
import { instantText, readInstant } from "../../../format/instant.ts";
import type words from "../../../i18n/en/dag.json";
import { usePreferences } from "../../../preferences/preferences.ts";
import type { ScheduleSearch } from "./schedule-search.ts";
import styles from "./schedule.module.css";
import { bodyOf, isTrial } from "./trial.ts";

export type Shown = components["schemas"]["SchedulePreview"];
type Warning = Shown["warnings"][number];
type WarningCode = keyof (typeof words)["schedule"]["warnings"];

const SHOWN = 10;

/** The page of the schedule asks the same. */
export function useSchedule(dagId: string, count = SHOWN) {
  return useQuery({
    queryKey: ["schedule", dagId, count],
    queryFn: ({ signal }) => client.post("/api/momiji/v1/schedule/preview", { body: { dagId, count }, signal }),
  });
}

interface Asked {
  readonly dagId: string;
  readonly search: ScheduleSearch;
  /** Of the DAG's own schedule; undefined: not known yet. */
  readonly zone: string | undefined;
}

/** What the page shows: the DAG's own schedule, or one that is tried out. */
export function useShown({ dagId, search, zone }: Asked) {
  const body = bodyOf(dagId, search, zone ?? "UTC");
  const isPlain = search.from === undefined && !isTrial(search) && body.count === SHOWN;
  return useQuery({
    enabled: zone !== undefined,
    queryKey: ["schedule", dagId, isPlain ? SHOWN : body],
    placeholderData: keepPreviousData,
    // What is wrong with it stays wrong.
    retry: false,
    queryFn: ({ signal }) => client.post("/api/momiji/v1/schedule/preview", { body, signal }),
  });
}

export function ScheduleWarnings({ dagId }: { readonly dagId: string }) {
  const { data } = useSchedule(dagId);
  return data !== undefined && <Warnings shown={data} />;
}

export function Warnings({ shown: { warnings, zone } }: { readonly shown: Pick<Shown, "warnings" | "zone"> }) {
  const { t } = useTranslation("dag");
  const words = useWritten(zone);
  return warnings.map(({ code, params }) => (
    <p key={code} className={styles["warning"]}>
      {t(`schedule.warnings.${code as WarningCode}`, { ...words(params), defaultValue: code })}
    </p>
  ));
}

/** Durations as people read them, moments in the zone of the schedule, as all around them. */
function useWritten(zone: string): (params: Warning["params"]) => { readonly [name: string]: unknown } {
  const { language } = usePreferences();
  return (params) =>
    Object.fromEntries(
      Object.entries(params).map(([name, value]) => {
        if (name.endsWith("Date") && typeof value === "string") {
          const at = readInstant(value);
          return [name, at === null ? value : instantText(at, zone)];
        }
        return name.endsWith("Ms") && typeof value === "number" ? [name, durationText(value, language)] : [name, value];
      }),
    );
}

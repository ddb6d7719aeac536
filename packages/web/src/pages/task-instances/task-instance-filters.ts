/** What a list of task instances can be narrowed by. */
import { useTranslation } from "react-i18next";
import type { Filter } from "../../parts/table/filter.ts";
import { STATES } from "../../states/state.ts";

export function useTaskInstanceFilters(): readonly Filter[] {
  const { t } = useTranslation(["browse", "states"]);
  // The API calls no state "none".
  const states = STATES.map((value) => ({
    value: value === "none" ? "no_status" : value,
    label: t(`states:${value}`),
  }));
  return [
    { kind: "choice", name: "state", label: t("browse:column.state"), isMain: true, isMany: true, options: states },
    { kind: "text", name: "dag_id_pattern", label: t("browse:column.dag"), isMain: true },
    { kind: "range", name: "run_after", label: t("browse:column.runAfter"), isMain: true },
    { kind: "text", name: "run_id_pattern", label: t("browse:column.run") },
    { kind: "range", name: "start_date", label: t("browse:column.start") },
    { kind: "range", name: "end_date", label: t("browse:column.end") },
    { kind: "range", name: "logical_date", label: t("browse:column.logicalDate") },
    { kind: "duration", name: "duration", label: t("browse:column.took") },
    { kind: "number", name: "try_number", label: t("browse:column.try") },
    { kind: "number", name: "map_index", label: t("browse:column.mapIndex") },
    { kind: "text", name: "rendered_map_index_pattern", label: t("browse:column.mapLabel") },
    { kind: "number", name: "version_number", label: t("browse:column.version") },
    { kind: "text", name: "operator_name_pattern", label: t("browse:column.operator") },
    { kind: "text", name: "pool", label: t("browse:column.pool") },
    { kind: "text", name: "queue", label: t("browse:column.queue") },
    { kind: "text", name: "executor", label: t("browse:column.executor") },
  ];
}

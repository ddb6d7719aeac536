/** What a list of runs can be narrowed by. */
import { useTranslation } from "react-i18next";
import type { Filter } from "../../parts/table/filter.ts";

const STATES = ["failed", "running", "queued", "success"] as const;

const RUN_TYPES = [
  "scheduled",
  "manual",
  "backfill",
  "asset_triggered",
  "operator_triggered",
  "asset_materialization",
] as const;

export function useRunFilters(isOfAll: boolean): readonly Filter[] {
  const { t } = useTranslation(["browse", "states"]);
  const ofAll = { kind: "text", name: "dag_id_pattern", label: t("browse:column.dag"), isMain: true } as const;
  return [
    ...(isOfAll ? [ofAll] : []),
    {
      kind: "choice",
      name: "state",
      label: t("browse:column.state"),
      isMain: true,
      isMany: true,
      options: STATES.map((value) => ({ value, label: t(`states:${value}`) })),
    },
    {
      kind: "choice",
      name: "run_type",
      label: t("browse:column.type"),
      isMain: true,
      isMany: true,
      options: RUN_TYPES.map((value) => ({ value, label: t(`browse:type.${value}`) })),
    },
    { kind: "range", name: "run_after", label: t("browse:column.runAfter"), isMain: true },
    { kind: "range", name: "start_date", label: t("browse:column.start") },
    { kind: "range", name: "end_date", label: t("browse:column.end") },
    { kind: "range", name: "logical_date", label: t("browse:column.logicalDate") },
    { kind: "duration", name: "duration", label: t("browse:column.took") },
    { kind: "text", name: "triggering_user_name_pattern", label: t("browse:column.by") },
    { kind: "text", name: "conf_contains", label: t("browse:column.conf") },
    { kind: "number", name: "dag_version", label: t("browse:column.version") },
    { kind: "text", name: "bundle_version", label: t("browse:column.bundleVersion") },
    { kind: "text", name: "partition_key_pattern", label: t("browse:column.partitionKey") },
    { kind: "text", name: "consuming_asset_pattern", label: t("browse:column.consumedAsset") },
  ];
}

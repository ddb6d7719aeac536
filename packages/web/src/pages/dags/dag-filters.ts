/** What the list of DAGs can be narrowed by, with how many DAGs each value leaves. */
import type { components } from "@momiji/client";
import { useTranslation } from "react-i18next";
import type { Filter, FilterOption } from "../../parts/table/filter.ts";

type Facets = components["schemas"]["DagFacets"];
type Counts = { readonly [value: string]: number };

const STATES = ["failed", "success", "running", "queued"] as const;

export function useDagFilters(facets: Facets | undefined): readonly Filter[] {
  const { t } = useTranslation(["dags", "states"]);
  const states = (counts?: Counts): readonly FilterOption[] =>
    STATES.map((value) => ({ value, label: t(`states:${value}`), count: counted(counts, value) }));
  const yes = (counts: Counts | undefined, word: "broken" | "review" | "favorites") => ({
    label: t(`dags:filters.${word}`),
    count: counted(counts, "true"),
  });
  const { paused, importError, needsReview, favorite } = facets ?? {};
  return [
    {
      kind: "choice",
      name: "last_dag_run_state",
      label: t("dags:filters.lastState"),
      isMain: true,
      options: states(facets?.states),
    },
    {
      kind: "flag",
      name: "paused",
      label: t("dags:filters.paused"),
      isMain: true,
      yes: { label: t("dags:filters.off"), count: counted(paused, "true") },
      no: { label: t("dags:filters.on"), count: counted(paused, "false") },
    },
    {
      kind: "choice",
      name: "tags",
      label: t("dags:filters.tags"),
      isMain: true,
      isMany: true,
      options: values(facets?.tags),
    },
    {
      kind: "choice",
      name: "owners",
      label: t("dags:filters.owners"),
      isMain: true,
      isMany: true,
      options: values(facets?.owners),
    },
    {
      kind: "flag",
      name: "is_favorite",
      label: t("dags:filters.favorite"),
      isMain: true,
      yes: yes(favorite, "favorites"),
    },
    {
      kind: "choice",
      name: "tags_match_mode",
      label: t("dags:filters.tagsMatch"),
      options: [
        { value: "any", label: t("dags:filters.any") },
        { value: "all", label: t("dags:filters.all") },
      ],
    },
    { kind: "choice", name: "any_run_state", label: t("dags:filters.anyRun"), isMany: true, options: states() },
    { kind: "flag", name: "has_import_errors", label: t("dags:filters.importErrors"), yes: yes(importError, "broken") },
    { kind: "flag", name: "needs_review", label: t("dags:filters.needsReview"), yes: yes(needsReview, "review") },
    {
      kind: "choice",
      name: "folder",
      label: t("dags:filters.folder"),
      options: values(facets?.folders, t("dags:filters.top")),
    },
    { kind: "text", name: "asset_dependency", label: t("dags:filters.asset") },
    { kind: "text", name: "bundle_version", label: t("dags:filters.bundle") },
  ];
}

function counted(counts: Counts | undefined, value: string): number | undefined {
  return counts === undefined ? undefined : (counts[value] ?? 0);
}

/** Those that most DAGs have come first. */
function values(counts: Counts = {}, ofNone = ""): readonly FilterOption[] {
  return Object.entries(counts)
    .toSorted(([a, left], [b, right]) => right - left || (a < b ? -1 : 1))
    .map(([value, count]) => ({ value, label: value === "" ? ofNone : value, count }))
    .filter(({ value, label }) => value !== "" || label !== "");
}

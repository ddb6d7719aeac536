/** What the list of DAGs can be narrowed by, with how many DAGs each value leaves. */
import type { components } from "@momiji/client";
import { useTranslation } from "react-i18next";
import type { Filter, FilterOption } from "../../parts/table/filter.ts";

type Facets = components["schemas"]["DagFacets"];
type Counts = { readonly [value: string]: number };

const STATES = ["failed", "success", "running", "queued"] as const;

export function useDagFilters(facets: Facets | undefined): readonly Filter[] {
  return [...useMainFilters(facets), ...useMoreFilters(facets)];
}

function useStates(): (counts?: Counts) => readonly FilterOption[] {
  const { t } = useTranslation("states");
  return (counts) => STATES.map((value) => ({ value, label: t(value), count: counted(counts, value) }));
}

/** The parameters by the names of the API. */
function useMainFilters({ states, paused, tags, owners, favorite }: Partial<Facets> = {}): readonly Filter[] {
  const { t } = useTranslation("dags");
  const optionsOf = useStates();
  const isMain = true;
  const favorites = { label: t("filters.favorites"), count: counted(favorite, "true") };
  return [
    {
      kind: "choice",
      name: "last_dag_run_state",
      label: t("filters.lastState"),
      isMain,
      options: optionsOf(states),
    },
    {
      kind: "flag",
      name: "paused",
      label: t("filters.paused"),
      isMain,
      yes: { label: t("filters.off"), count: counted(paused, "true") },
      no: { label: t("filters.on"), count: counted(paused, "false") },
    },
    { kind: "choice", name: "tags", label: t("filters.tags"), isMain, isMany: true, options: values(tags) },
    { kind: "choice", name: "owners", label: t("filters.owners"), isMain, isMany: true, options: values(owners) },
    { kind: "flag", name: "is_favorite", label: t("filters.favorite"), isMain, yes: favorites },
  ];
}

function useMoreFilters({ importError, needsReview, folders }: Partial<Facets> = {}): readonly Filter[] {
  const { t } = useTranslation("dags");
  const optionsOf = useStates();
  const broken = { label: t("filters.broken"), count: counted(importError, "true") };
  const review = { label: t("filters.review"), count: counted(needsReview, "true") };
  const matches = (["any", "all"] as const).map((value) => ({ value, label: t(`filters.${value}`) }));
  return [
    { kind: "choice", name: "tags_match_mode", label: t("filters.tagsMatch"), options: matches },
    { kind: "choice", name: "any_run_state", label: t("filters.anyRun"), isMany: true, options: optionsOf() },
    { kind: "flag", name: "has_import_errors", label: t("filters.importErrors"), yes: broken },
    { kind: "flag", name: "needs_review", label: t("filters.needsReview"), yes: review },
    { kind: "choice", name: "folder", label: t("filters.folder"), options: values(folders) },
    { kind: "text", name: "asset_dependency", label: t("filters.asset") },
    { kind: "text", name: "bundle_version", label: t("filters.bundle") },
  ];
}

function counted(counts: Counts | undefined, value: string): number | undefined {
  return counts === undefined ? undefined : (counts[value] ?? 0);
}

/** Those that most DAGs have come first. */
function values(counts: Counts = {}): readonly FilterOption[] {
  return Object.entries(counts)
    .filter(([value]) => value !== "")
    .toSorted(([a, left], [b, right]) => right - left || (a < b ? -1 : 1))
    .map(([value, count]) => ({ value, label: value, count }));
}

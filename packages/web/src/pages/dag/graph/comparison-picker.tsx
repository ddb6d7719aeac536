/** What a graph is compared with: another version of the DAG, or another run, whose states may be others too. */
import { NativeSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { readState } from "../../../states/state.ts";
import { useDagSearch } from "../dag-search.ts";
import type { Grid } from "../grid/grid.ts";
import { useGridWords } from "../grid/grid-words.ts";

interface ComparisonPickerProps {
  /** That is shown; undefined: not known yet. */
  readonly version: number | undefined;
  /** Runs to choose from; undefined: none is known. */
  readonly grid: Grid | undefined;
  readonly runId: string | undefined;
}

/** A value of the list is a version, or the id of a run after this. */
const RUN = "run:";

export function ComparisonPicker({ version, grid, runId }: ComparisonPickerProps) {
  const { t } = useTranslation("graph");
  const [{ against, beside }, change] = useDagSearch();
  const runs = useRuns(grid, { runId, beside });
  if (version === undefined || (version === 1 && against === undefined && runs.length === 0)) return null;
  const versions = Array.from({ length: Math.max(version, against ?? 0) }, (_, at) => at + 1)
    .filter((one) => one !== version)
    .reverse()
    .map((one) => ({ value: String(one), label: t("compare.with", { version: one }) }));
  const choose = (value: string): void => {
    const isRun = value.startsWith(RUN);
    change({
      against: isRun || value === "" ? undefined : Number(value),
      beside: isRun ? value.slice(RUN.length) : undefined,
    });
  };
  return (
    <NativeSelect
      size="xs"
      aria-label={t("compare.label")}
      value={beside === undefined ? (against ?? "") : `${RUN}${beside}`}
      onChange={({ currentTarget: { value } }) => choose(value)}
      data={[
        { value: "", label: t("compare.none", { version }) },
        ...(versions.length === 0 ? [] : [{ group: t("compare.versions"), items: versions }]),
        ...(runs.length === 0 ? [] : [{ group: t("compare.runs"), items: runs }]),
      ]}
    />
  );
}

interface Chosen {
  readonly runId: string | undefined;
  readonly beside: string | undefined;
}

/** The other runs of the grid, and the one that is compared if it is none of them. */
function useRuns(grid: Grid | undefined, { runId, beside }: Chosen) {
  const { t } = useTranslation("states");
  const words = useGridWords();
  const known = (grid?.columns ?? []).map(({ run }) => ({
    value: `${RUN}${run.id}`,
    label: `${words.momentOf(run)} · ${t(readState(run.state))}`,
  }));
  const others = known.filter(({ value }) => value !== `${RUN}${runId}`);
  const value = `${RUN}${beside}`;
  if (beside === undefined || others.some((one) => one.value === value)) return others;
  return [{ value, label: beside }, ...others];
}

/** Which run a view of a DAG shows: one of those of its grid, or the one before or after it. */
import { ActionIcon, NativeSelect } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { IconChevronLeft, IconChevronRight } from "../../parts/icons.ts";
import { useRunStep } from "../../shell/use-run-keys.ts";
import { readState } from "../../states/state.ts";
import type { Grid } from "./grid/grid.ts";
import { useGridWords } from "./grid/grid-words.ts";

interface RunPickerProps {
  readonly dagId: string;
  /** Undefined: nothing to choose from but what is beside it. */
  readonly grid: Grid | undefined;
  /** Undefined: the DAG has never run. */
  readonly runId: string | undefined;
}

export function RunPicker({ dagId, grid, runId }: RunPickerProps) {
  const { t } = useTranslation("graph");
  const step = useRunStep();
  if (runId === undefined) return null;
  const go = (isNext: boolean) => () => void step({ dagId, runId }, { isNext, isFailed: false });
  return (
    <span style={{ display: "inline-flex", alignItems: "center" }}>
      <ActionIcon variant="subtle" color="gray" aria-label={t("previousRun")} onClick={go(false)}>
        <IconChevronLeft size={16} aria-hidden="true" />
      </ActionIcon>
      {grid !== undefined && <RunChoice dagId={dagId} grid={grid} runId={runId} />}
      <ActionIcon variant="subtle" color="gray" aria-label={t("nextRun")} onClick={go(true)}>
        <IconChevronRight size={16} aria-hidden="true" />
      </ActionIcon>
    </span>
  );
}

interface RunChoiceProps {
  readonly dagId: string;
  readonly grid: Grid;
  readonly runId: string;
}

function RunChoice({ dagId, grid, runId }: RunChoiceProps) {
  const { t } = useTranslation(["graph", "states"]);
  const navigate = useNavigate();
  const words = useGridWords();
  const known = grid.columns.map(({ run }) => ({
    value: run.id,
    label: `${words.momentOf(run)} · ${t(`states:${readState(run.state)}`)}`,
  }));
  return (
    <NativeSelect
      size="xs"
      aria-label={t("graph:run")}
      value={runId}
      data={known.some(({ value }) => value === runId) ? known : [{ value: runId, label: runId }, ...known]}
      onChange={({ currentTarget: { value } }) =>
        void navigate({ to: "/dags/$dagId/runs/$runId", params: { dagId, runId: value } })
      }
    />
  );
}

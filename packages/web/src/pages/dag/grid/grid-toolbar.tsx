/** Which runs and which tasks the grid shows. */
import { Autocomplete, Checkbox, NativeSelect } from "@mantine/core";
import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useKeys } from "../../../keys/use-keys.ts";
import { useDagSearch } from "../dag-search.ts";
import { ViewSwitch } from "../view-switch.tsx";
import { RUN_TYPES } from "./grid-words.ts";
import type { Grid } from "./grid.ts";
import styles from "./grid.module.css";
import { OlderWay } from "./older-way.tsx";

const RUN_STATES = ["queued", "running", "success", "failed"] as const;
const COUNTS = [25, 50, 100] as const;

/** Suggestions that are shown. */
const SUGGESTED = 8;

interface GridToolbarProps {
  readonly grid: Grid | undefined;
  /** Rows of tasks that are shown. */
  readonly tasks: number;
}

interface WholeProps extends GridToolbarProps {
  readonly dagId: string;
  /** The one that is open. */
  readonly runId: string | undefined;
}

export function GridToolbar({ dagId, grid, tasks, runId }: WholeProps) {
  const { t } = useTranslation(["dag", "states"]);
  const [{ runs, state = "", run_type: type = "", problems }, change] = useDagSearch();
  const counts = [...new Set([...COUNTS, ...(runs === undefined ? [] : [runs])])].toSorted((a, b) => a - b);
  return (
    <div className={styles["toolbar"]} role="group" aria-label={t("dag:grid.toolbar")}>
      <ViewSwitch />
      <NativeSelect
        size="xs"
        aria-label={t("dag:grid.runs")}
        value={runs ?? ""}
        onChange={({ currentTarget: { value } }) => change({ runs: value === "" ? undefined : Number(value) })}
        data={[
          { value: "", label: t("dag:grid.fittingRuns") },
          ...counts.map((count) => ({ value: String(count), label: t("dag:grid.runCount", { count }) })),
        ]}
      />
      <NativeSelect
        size="xs"
        aria-label={t("dag:grid.state")}
        value={state}
        onChange={({ currentTarget: { value } }) => change({ state: value === "" ? undefined : value })}
        data={[
          { value: "", label: t("dag:grid.anyState") },
          ...RUN_STATES.map((value) => ({ value, label: t(`states:${value}`) })),
        ]}
      />
      <NativeSelect
        size="xs"
        aria-label={t("dag:grid.runType")}
        value={type}
        onChange={({ currentTarget: { value } }) => change({ run_type: value === "" ? undefined : value })}
        data={[
          { value: "", label: t("dag:grid.anyType") },
          ...RUN_TYPES.map((value) => ({ value, label: t(`dag:grid.type.${value}`) })),
        ]}
      />
      <TaskFilter grid={grid} />
      <Checkbox
        size="xs"
        label={t("dag:grid.problems")}
        checked={problems === true}
        onChange={({ currentTarget: { checked } }) => change({ problems: checked ? true : undefined })}
      />
      {grid !== undefined && <OlderWay dagId={dagId} grid={grid} runId={runId} />}
      <Counts grid={grid} tasks={tasks} />
    </div>
  );
}

/** `7 of 7 tasks · 1 run` */
function Counts({ grid, tasks }: GridToolbarProps) {
  const { t } = useTranslation("dag");
  if (grid === undefined) return <span className={styles["counts"]} />;
  const count = grid.rows.filter(({ children }) => children === undefined).length;
  const runs = t("grid.runCount", { count: grid.columns.length });
  return <span className={styles["counts"]}>{t("grid.counts", { tasks, count, runs })}</span>;
}

/** How long somebody who types is waited for, before the address follows. */
const TYPING_MILLIS = 150;

function TaskFilter({ grid }: { readonly grid: Grid | undefined }) {
  const { t } = useTranslation("dag");
  const [{ q = "" }, change] = useDagSearch();
  const [typed, setTyped] = useState(q);
  const input = useRef<HTMLInputElement>(null);
  const told = useRef(q);
  useKeys({ "/": () => input.current?.focus() });
  useEffect(() => {
    // Whoever changed the address, the box says what it says.
    if (q !== told.current) setTyped(q);
    told.current = q;
  }, [q]);
  useEffect(() => {
    if (typed === told.current) return;
    const timer = setTimeout(() => {
      told.current = typed;
      change({ q: typed === "" ? undefined : typed });
    }, TYPING_MILLIS);
    return () => clearTimeout(timer);
  }, [typed, change]);
  const offered = useMemo(() => [...new Set((grid?.rows ?? []).map(({ id }) => id))], [grid?.rows]);
  return (
    <Autocomplete
      ref={input}
      size="xs"
      w={250}
      aria-label={t("grid.filter")}
      placeholder={t("grid.filterHint")}
      value={typed}
      onChange={setTyped}
      data={offered}
      limit={SUGGESTED}
      selectFirstOptionOnChange={false}
      // What is typed may be more than a name: only its last word is completed.
      filter={({ options, search, limit }) => suggestions(options as readonly Option[], { search, limit })}
    />
  );
}

interface Option {
  readonly value: string;
  readonly label: string;
}

/** Names that the last word begins, but not the name that stands there already. */
function suggestions(options: readonly Option[], { search, limit }: { search: string; limit: number }): Option[] {
  const word = (search.split(/\s+/).at(-1) ?? "").replaceAll("+", "").toLowerCase();
  if (word === "") return [];
  return options
    .filter(({ value }) => value.toLowerCase().includes(word) && value.toLowerCase() !== word)
    .slice(0, limit);
}

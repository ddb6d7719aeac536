/** Which run a graph shows and how much of the DAG; a way to each task by its name; the drawing as a file. */
import { Autocomplete, Button, Checkbox, Menu, NativeSelect } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useKeys } from "../../../keys/use-keys.ts";
import { DIRECTIONS, useDagSearch } from "../dag-search.ts";
import { ALL_GROUPS, NO_GROUP } from "../grid/closed-groups.ts";
import { RunPicker } from "../run-picker.tsx";
import { ViewSwitch } from "../view-switch.tsx";
import type { Grid } from "../grid/grid.ts";
import { ComparisonPicker } from "./comparison-picker.tsx";
import { saveGraph } from "./graph-image.ts";
import styles from "./graph.module.css";
import { STANDARD_DEPTH, type useGraph } from "./use-graph.ts";

const SUGGESTED = 12;
const DEPTHS = [1, 2, 3, 5, 99] as const;

interface GraphToolbarProps {
  /** Of the drawing. */
  readonly name: string;
  readonly dagId: string;
  readonly drawn: ReturnType<typeof useGraph>;
  readonly grid: Grid | undefined;
  readonly runId: string | undefined;
  /** What follows stands below. */
  readonly isDown: boolean;
  readonly active: string | null;
  onActive(id: string): void;
}

export function GraphToolbar({ name, dagId, drawn, grid, runId, isDown, active, onActive }: GraphToolbarProps) {
  const { t } = useTranslation("graph");
  const [, change] = useDagSearch();
  const groups = (drawn.structure?.rows ?? []).filter(({ children }) => children !== undefined);
  const isAllOpen = groups.every(({ id }) => drawn.open.has(id));
  const openAll = (): void => change({ open: [ALL_GROUPS] });
  const closeAll = (): void => change({ open: [NO_GROUP] });
  useKeys(groups.length > 0 ? { e: openAll, E: closeAll } : {});
  return (
    <div className={styles["toolbar"]} role="group" aria-label={t("toolbar")}>
      {grid !== undefined && <ViewSwitch />}
      {runId === undefined && <span className={styles["small"]}>{t("noRun")}</span>}
      <RunPicker dagId={dagId} grid={grid} runId={runId} />
      <NodeSearch name={name} drawn={drawn} onActive={onActive} />
      {groups.length > 0 && (
        <Button size="compact-xs" variant="default" onClick={isAllOpen ? closeAll : openAll}>
          {isAllOpen ? t("closeAll") : t("openAll")}
        </Button>
      )}
      <FocusPicker active={active} />
      <ComparisonPicker version={drawn.newest} grid={grid} runId={runId} />
      {runId !== undefined && <Flag name="critical" label={t("critical")} />}
      {(drawn.structure?.around.length ?? 0) > 0 && <Flag name="around" label={t("around.label")} />}
      <Checkbox
        size="xs"
        label={t("topDown")}
        checked={isDown}
        onChange={({ currentTarget: { checked } }) => change({ tb: checked })}
      />
      <Flag name="list" label={t("asList")} />
      <SaveMenu dagId={dagId} drawn={drawn} />
      <span className={styles["small"]}>{drawn.graph !== null && t("nodes", { count: drawn.graph.nodes.length })}</span>
    </div>
  );
}

/** Something that the address says, or does not. */
function Flag({ name, label }: { readonly name: "critical" | "around" | "list"; readonly label: string }) {
  const [search, change] = useDagSearch();
  return (
    <Checkbox
      size="xs"
      label={label}
      checked={search[name] === true}
      onChange={({ currentTarget: { checked } }) => change({ [name]: checked ? true : undefined })}
    />
  );
}

function NodeSearch({ name, drawn, onActive }: Pick<GraphToolbarProps, "name" | "drawn" | "onActive">) {
  const { t } = useTranslation("graph");
  const [, change] = useDagSearch();
  const [typed, setTyped] = useState("");
  const rows = drawn.structure?.rows ?? [];
  const jump = (id: string): void => {
    const row = rows.find((each) => each.id === id);
    if (row === undefined) return;
    const around: string[] = [];
    for (let group = rows[row.parent]; group !== undefined; group = rows[group.parent]) around.push(group.id);
    // What is in a closed group comes to be seen.
    if (around.some((group) => !drawn.open.has(group))) change({ open: [...new Set([...drawn.open, ...around])] });
    onActive(id);
    document.getElementById(name)?.focus();
  };
  return (
    <Autocomplete
      size="xs"
      w={180}
      aria-label={t("search")}
      placeholder={t("search")}
      value={typed}
      onChange={setTyped}
      onOptionSubmit={jump}
      data={rows.map(({ id }) => id)}
      limit={SUGGESTED}
      selectFirstOptionOnChange
    />
  );
}

function FocusPicker({ active }: Pick<GraphToolbarProps, "active">) {
  const { t } = useTranslation("graph");
  const [{ root, dir = "both", depth = STANDARD_DEPTH }, change] = useDagSearch();
  if (root === undefined)
    return active === null ? null : (
      <Button size="compact-xs" variant="default" onClick={() => change({ root: active })}>
        {t("focus.on", { task: active })}
      </Button>
    );
  return (
    <span className={styles["focus"]} role="group" aria-label={t("focus.label")}>
      <strong>{root}</strong>
      <NativeSelect
        size="xs"
        aria-label={t("focus.dir")}
        value={dir}
        onChange={({ currentTarget: { value } }) => change({ dir: DIRECTIONS.find((one) => one === value) })}
        data={DIRECTIONS.map((value) => ({ value, label: t(`focus.${value}`) }))}
      />
      <NativeSelect
        size="xs"
        aria-label={t("focus.depth")}
        value={depth}
        onChange={({ currentTarget: { value } }) => change({ depth: Number(value) })}
        data={[...new Set([...DEPTHS, depth])]
          .toSorted((a, b) => a - b)
          .map((value) => ({
            value: String(value),
            label: value === 99 ? t("focus.all") : t("focus.steps", { count: value }),
          }))}
      />
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => change({ root: undefined, dir: undefined, depth: undefined })}
      >
        {t("focus.off")}
      </Button>
    </span>
  );
}

function SaveMenu({ dagId, drawn }: Pick<GraphToolbarProps, "dagId" | "drawn">) {
  const { t } = useTranslation("graph");
  const { layout, facts } = drawn;
  if (layout === null) return null;
  const save = (kind: "svg" | "png"): void => saveGraph({ ...layout, facts, name: `${dagId}.${kind}` }, kind);
  return (
    <Menu>
      <Menu.Target>
        <Button size="compact-xs" variant="default">
          {t("save.label")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => save("svg")}>{t("save.svg")}</Menu.Item>
        <Menu.Item onClick={() => save("png")}>{t("save.png")}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

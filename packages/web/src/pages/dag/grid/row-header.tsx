/** The name of a task or a group, at the left of its cells. */
import { IconChevronDown, IconChevronRight } from "../../../parts/icons.ts";
import { memo } from "react";
import type { GridRow } from "./grid.ts";
import styles from "./grid.module.css";

const INDENT = 12;

interface RowHeaderProps {
  readonly row: GridRow;
  readonly isOpen: boolean;
  onToggle(group: string): void;
}

export const RowHeader = memo(function RowHeader({ row, isOpen, onToggle }: RowHeaderProps) {
  const label = row.label ?? row.id;
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <div
      role="rowheader"
      aria-colindex={1}
      className={styles["name"]}
      title={row.id}
      style={{ paddingLeft: 8 + row.depth * INDENT }}
      {...(row.children === undefined ? {} : { onClick: () => onToggle(row.id), "data-group": true })}
    >
      {row.children !== undefined && <Chevron size={14} aria-hidden="true" />}
      <span className={styles["label"]}>
        {label}
        {row.kind === "mapped" || row.kind === "mapped_group" ? " [ ]" : ""}
      </span>
    </div>
  );
});

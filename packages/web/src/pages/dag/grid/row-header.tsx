/** The name of a task or a group, at the left of its cells. */
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { IconChevronDown, IconChevronRight } from "../../../parts/icons.ts";
import { LongName } from "../../../parts/long-name.tsx";
import type { GridRow } from "./grid.ts";
import styles from "./grid.module.css";

const INDENT = 12;

interface RowHeaderProps {
  readonly id: string;
  readonly row: GridRow;
  readonly isOpen: boolean;
  readonly isActive: boolean;
  /** Of mapped tasks and groups how many there are inside. */
  readonly aside: string | null;
  onToggle(group: string): void;
}

export const RowHeader = memo(function RowHeader({ id, row, isOpen, isActive, aside, onToggle }: RowHeaderProps) {
  const { t } = useTranslation("dag");
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  const last = row.versions?.[0]?.[1];
  return (
    <div
      id={id}
      role="rowheader"
      aria-colindex={1}
      className={styles["name"]}
      title={row.id}
      data-active={isActive}
      style={{ paddingLeft: 8 + row.depth * INDENT }}
      {...(row.children === undefined ? {} : { onClick: () => onToggle(row.id), "data-group": true })}
    >
      {row.children !== undefined && <Chevron size={14} aria-hidden="true" />}
      <span className={styles["label"]}>
        <LongName name={row.label ?? row.id} />
      </span>
      {aside !== null && <span className={styles["aside"]}>{aside}</span>}
      {last !== undefined && last !== null && (
        <span className={styles["aside"]}>{t("grid.untilVersion", { version: last })}</span>
      )}
    </div>
  );
});

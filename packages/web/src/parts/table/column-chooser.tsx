/** Which columns a list shows, and in what order: kept in the profile. */
import { ActionIcon, Button, Checkbox, Popover } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { changePreferences, usePreferences } from "../../preferences/preferences.ts";
import { IconArrowUp, IconColumns3 } from "../icons.ts";
import type { Column } from "./column.ts";
import styles from "./table.module.css";

interface ColumnChooserProps<Row> {
  /** As of the table. */
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  /** Those that the address asks for. */
  readonly cols?: readonly string[] | undefined;
  /** They go into the address too; undefined: as usual. */
  readonly onCols?: ((ids: readonly string[] | undefined) => void) | undefined;
}

export function ColumnChooser<Row>({ name, columns, cols, onCols }: ColumnChooserProps<Row>) {
  const { t } = useTranslation("table");
  const { columns: kept } = usePreferences();
  const usual = columns.filter(({ isExtra }) => isExtra !== true).map(({ id }) => id);
  const chosen = cols ?? kept[name] ?? usual;
  const set = (ids: readonly string[] | undefined): void => {
    const { [name]: _, ...others } = kept;
    changePreferences({ columns: ids === undefined ? others : { ...others, [name]: ids } });
    onCols?.(ids);
  };
  return (
    <Popover position="bottom-end" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <ActionIcon size="md" variant="subtle" color="gray" aria-label={t("columns")} title={t("columns")}>
          <IconColumns3 size={16} aria-hidden="true" />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p="sm" aria-label={t("columns")}>
        <div className={styles["options"]} role="group" aria-label={t("columns")}>
          {inOrder(columns, chosen).map(({ id, title, isFixed }) => (
            <div key={id} className={styles["option"]}>
              <Checkbox
                size="xs"
                label={title}
                description={isFixed ? t("fixed") : undefined}
                checked={isFixed === true || chosen.includes(id)}
                disabled={isFixed === true}
                onChange={() => set(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])}
              />
              <ActionIcon
                size="sm"
                variant="subtle"
                color="gray"
                aria-label={t("earlier", { name: title })}
                onClick={() => set(earlier(chosen, id))}
                style={{ visibility: chosen.indexOf(id) > 0 ? "visible" : "hidden" }}
              >
                <IconArrowUp size={14} aria-hidden="true" />
              </ActionIcon>
            </div>
          ))}
        </div>
        <Button size="compact-xs" variant="default" mt="xs" onClick={() => set(undefined)}>
          {t("usualColumns")}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}

/** Those that are shown as they stand, then the others. */
function inOrder<Row>(columns: readonly Column<Row>[], chosen: readonly string[]): readonly Column<Row>[] {
  const shown = chosen.flatMap((id) => columns.find((column) => column.id === id) ?? []);
  return [...shown, ...columns.filter(({ id }) => !chosen.includes(id))];
}

function earlier(chosen: readonly string[], id: string): readonly string[] {
  const at = chosen.indexOf(id);
  const others = chosen.filter((one) => one !== id);
  return at < 1 ? chosen : [...others.slice(0, at - 1), id, ...others.slice(at - 1)];
}

/** What can be done with one row of a list: opened by a key where the keyboard is. */
import { Menu } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { OfferedAct } from "../../acts/acts-on.ts";
import { openAct } from "../../acts/open-act.ts";

/** @returns what opens the menu of a row, and the menu that is open; without acts no row has one */
export function useRowMenu<Row>(rows: readonly Row[], actsOf: ((row: Row) => readonly OfferedAct[]) | undefined) {
  const [open, setOpen] = useState<Pick<RowMenuProps, "row" | "acts"> | null>(null);
  const show = (row: HTMLElement, index: number): void => {
    const shown = rows[index];
    if (shown !== undefined && actsOf !== undefined) setOpen({ row, acts: actsOf(shown) });
  };
  return {
    onActs: actsOf === undefined ? undefined : show,
    menu: open === null ? null : <RowMenu {...open} onClose={() => setOpen(null)} />,
  };
}

interface RowMenuProps {
  readonly row: HTMLElement;
  readonly acts: readonly OfferedAct[];
  onClose(): void;
}

function RowMenu({ row, acts, onClose }: RowMenuProps) {
  const { t } = useTranslation("palette");
  const { left, bottom } = row.getBoundingClientRect();
  // The keyboard is on the row before anything opens, so that it comes back to it.
  const close = (): void => {
    onClose();
    row.focus({ preventScroll: true });
  };
  return (
    <Menu opened onClose={close} position="bottom-start" returnFocus={false} transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <span aria-hidden="true" style={{ position: "fixed", left: left + INDENT, top: bottom }} />
      </Menu.Target>
      <Menu.Dropdown>
        {acts.map(({ word, request }, index) => (
          <Menu.Item
            key={word}
            // At once: the next key may be on its way already.
            ref={index === 0 ? takeFocus : null}
            onClick={() => {
              close();
              openAct(request);
            }}
          >
            {t(`act.${word}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function takeFocus(item: HTMLElement | null): void {
  item?.focus({ preventScroll: true });
}

/** Pixels: below the first words of the row. */
const INDENT = 24;

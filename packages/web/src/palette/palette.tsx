/** Search or jump: everything that has a name, and what can be done here, by a few letters. */
import { Modal } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useRouter } from "@tanstack/react-router";
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { BASE_URL } from "../api/place.ts";
import { type Item, offered, type Shown } from "./items.ts";
import styles from "./palette.module.css";
import { useItems } from "./use-items.ts";

const TYPING_MILLIS = 150;
const LIST = "palette-list";

export default function Palette({ onClose }: { onClose(): void }) {
  const { t } = useTranslation("palette");
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const shown = useShown(typed);
  const flat = shown.flatMap(({ items }) => items);
  const here = Math.min(at, flat.length - 1);
  const active = flat[here];
  const choose = useChoose(onClose);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && flat.length > 0) setAt((here + step + flat.length) % flat.length);
    else if (event.key === "Enter" && active !== undefined) choose(active, event.ctrlKey || event.metaKey);
    else return;
    event.preventDefault();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      padding={0}
      size="lg"
      yOffset="10dvh"
      aria-label={t("title")}
    >
      <input
        className={styles["input"]}
        data-autofocus
        role="combobox"
        aria-expanded
        aria-controls={LIST}
        aria-activedescendant={active === undefined ? undefined : idOf(active)}
        aria-label={t("title")}
        placeholder={t("placeholder")}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onKeyDown={onKeyDown}
        onChange={({ currentTarget: { value } }) => {
          setTyped(value);
          setAt(0);
        }}
      />
      <Results shown={shown} active={active} onChoose={choose} />
      <footer className={styles["foot"]}>{flat.length === 0 ? t("none", { typed }) : t("hint")}</footer>
    </Modal>
  );
}

function useShown(typed: string): readonly Shown[] {
  const [settled] = useDebouncedValue(typed, TYPING_MILLIS);
  const items = useItems(settled);
  return useMemo(() => offered(items, typed), [items, typed]);
}

interface ResultsProps {
  readonly shown: readonly Shown[];
  readonly active: Item | undefined;
  onChoose(item: Item, isNewTab: boolean): void;
}

function Results({ shown, active, onChoose }: ResultsProps) {
  const { t } = useTranslation("palette");
  return (
    <div id={LIST} role="listbox" aria-label={t("results")} className={styles["list"]}>
      {shown.map(({ section, items }) => (
        <div key={section} role="group" aria-label={t(`section.${section}`)}>
          <div className={styles["section"]} aria-hidden="true">
            {t(`section.${section}`)}
          </div>
          {items.map((item) => (
            <Option key={item.id} item={item} isActive={item === active} onChoose={onChoose} />
          ))}
        </div>
      ))}
    </div>
  );
}

function useChoose(onClose: () => void) {
  const { history } = useRouter();
  return (item: Item, isNewTab: boolean): void => {
    onClose();
    if (item.href === undefined) item.act?.();
    else if (isNewTab) window.open(`${BASE_URL}${item.href}`, "_blank", "noopener");
    else history.push(`${new URL(BASE_URL).pathname.replace(/\/$/, "")}${item.href}`);
  };
}

function idOf({ id }: Item): string {
  return `palette ${id}`.replaceAll(/\s/g, "-");
}

interface OptionProps {
  readonly item: Item;
  readonly isActive: boolean;
  onChoose(item: Item, isNewTab: boolean): void;
}

function Option({ item, isActive, onChoose }: OptionProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) place.current?.scrollIntoView({ block: "nearest" });
  }, [isActive]);
  return (
    // The keys are those of the input, which keeps the focus.
    <div
      ref={place}
      id={idOf(item)}
      role="option"
      aria-selected={isActive}
      className={styles["option"]}
      onClick={(event) => onChoose(item, event.ctrlKey || event.metaKey)}
    >
      <span className={styles["name"]}>{item.title}</span>
      <span className={styles["detail"]}>{item.detail}</span>
    </div>
  );
}

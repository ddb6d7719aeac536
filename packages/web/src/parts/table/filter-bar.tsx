/** What narrows a list: a text, a chip for each filter, and whatever else stands above the rows. All of it is in the address. */
import { Button, Menu, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { type ReactNode, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useKeys } from "../../keys/use-keys.ts";
import { IconFilter } from "../icons.ts";
import { cleared, type Filter, isSet, type SearchChange, type SearchValues, textOf } from "./filter.ts";
import { FilterChip } from "./filter-chip.tsx";
import styles from "./table.module.css";

const TYPING_MILLIS = 150;

interface FilterBarProps {
  readonly filters: readonly Filter[];
  /** The parameters of the page's address. */
  readonly values: SearchValues;
  readonly onChange: (change: SearchChange) => void;
  /** The parameter that a typed text goes into. */
  readonly search?: { readonly name: string; readonly label: string };
  /** At the right end: the count, columns, what can be done. */
  readonly children?: ReactNode;
}

export function FilterBar({ filters, values, onChange, search, children }: FilterBarProps) {
  const { t } = useTranslation("table");
  const [opened, setOpened] = useState<string | null>(null);
  const offered = filters.filter((filter) => filter.isMain || isSet(filter, values) || filter.name === opened);
  const others = filters.filter((filter) => !offered.includes(filter));
  const names = search === undefined ? [] : [search.name];
  const isAnySet = filters.some((filter) => isSet(filter, values)) || names.some((name) => values[name] !== undefined);
  return (
    <div className={styles["bar"]} role="search" aria-label={t("filters")}>
      {search !== undefined && (
        <SearchText
          // What is typed is its own until the address changes otherwise.
          key={values[search.name] === undefined ? "none" : "some"}
          label={search.label}
          text={textOf(values, search.name)}
          onChange={(text) => onChange({ [search.name]: text === "" ? undefined : text })}
        />
      )}
      {offered.map((filter) => (
        <FilterChip
          key={filter.name}
          filter={filter}
          values={values}
          isOpened={filter.name === opened}
          onOpened={(isOpened) => setOpened(isOpened ? filter.name : null)}
          onChange={onChange}
        />
      ))}
      {others.length > 0 && <More filters={others} onChosen={setOpened} />}
      {isAnySet && (
        <Button size="compact-xs" fw={400} variant="subtle" onClick={() => onChange(cleared(filters, names))}>
          {t("clearFilters")}
        </Button>
      )}
      <div className={styles["end"]}>{children}</div>
    </div>
  );
}

interface MoreProps {
  readonly filters: readonly Filter[];
  readonly onChosen: (name: string) => void;
}

function More({ filters, onChosen }: MoreProps) {
  const { t } = useTranslation("table");
  return (
    <Menu position="bottom-start" returnFocus={false}>
      <Menu.Target>
        <Button
          size="compact-xs"
          fw={400}
          variant="subtle"
          color="gray"
          leftSection={<IconFilter size={14} aria-hidden="true" />}
        >
          {t("moreFilters")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflow: "auto" }}>
        {filters.map(({ name, label }) => (
          <Menu.Item key={name} onClick={() => onChosen(name)}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

interface SearchTextProps {
  readonly label: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
}

function SearchText({ label, text, onChange }: SearchTextProps) {
  const [typed, setTyped] = useState(text);
  const tell = useDebouncedCallback(onChange, TYPING_MILLIS);
  const field = useRef<HTMLInputElement>(null);
  useKeys({ "/": () => field.current?.focus() });
  return (
    <TextInput
      ref={field}
      size="xs"
      type="search"
      className={styles["search"] ?? ""}
      aria-label={label}
      placeholder={label}
      value={typed}
      onChange={({ currentTarget: { value } }) => {
        setTyped(value);
        tell(value);
      }}
    />
  );
}

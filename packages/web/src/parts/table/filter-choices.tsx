/** The values of a filter, with how many rows each would leave. */
import { Checkbox, Radio, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { usePreferences } from "../../preferences/preferences.ts";
import { chosenOf, type Filter, type FilterOption, type SearchChange, type SearchValues } from "./filter.ts";
import styles from "./table.module.css";

/** From so many on they can be searched. */
const MANY = 8;

interface FilterChoicesProps {
  readonly filter: Extract<Filter, { kind: "choice" | "flag" }>;
  readonly values: SearchValues;
  readonly onChange: (change: SearchChange) => void;
}

export function FilterChoices({ filter, values, onChange }: FilterChoicesProps) {
  const { t } = useTranslation("table");
  const [sought, setSought] = useState("");
  const chosen = chosenOf(filter, values);
  const options = withChosen(optionsOf(filter), chosen);
  const folded = sought.normalize("NFKC").toLowerCase();
  const shown = options.filter(({ label }) => label.normalize("NFKC").toLowerCase().includes(folded));
  const pick = (value: string): void => onChange({ [filter.name]: picked(filter, chosen, value) });
  return (
    <>
      {options.length > MANY && (
        <TextInput
          size="xs"
          mb="xs"
          aria-label={t("searchValues")}
          placeholder={t("searchValues")}
          value={sought}
          onChange={({ currentTarget }) => setSought(currentTarget.value)}
        />
      )}
      <div className={styles["options"]} role="group" aria-label={filter.label}>
        {shown.map((option) => (
          <Option
            key={option.value}
            option={option}
            isMany={filter.kind === "choice" && filter.isMany === true}
            isChosen={chosen.includes(option.value)}
            onPick={() => pick(option.value)}
          />
        ))}
        {shown.length === 0 && <span>{t("noValue")}</span>}
      </div>
    </>
  );
}

interface OptionProps {
  readonly option: FilterOption;
  readonly isMany: boolean;
  readonly isChosen: boolean;
  readonly onPick: () => void;
}

function Option({ option: { label, count }, isMany, isChosen, onPick }: OptionProps) {
  const { language } = usePreferences();
  const Box = isMany ? Checkbox : Radio;
  return (
    <div className={styles["option"]}>
      <Box size="xs" label={label} checked={isChosen} onChange={onPick} />
      {count !== undefined && <span className={styles["count"]}>{count.toLocaleString(language)}</span>}
    </div>
  );
}

function optionsOf(filter: FilterChoicesProps["filter"]): readonly FilterOption[] {
  if (filter.kind === "choice") return filter.options;
  return [{ value: "true", ...filter.yes }, ...(filter.no === undefined ? [] : [{ value: "false", ...filter.no }])];
}

/** What is chosen can be taken back, also when no row has it now. */
function withChosen(options: readonly FilterOption[], chosen: readonly string[]): readonly FilterOption[] {
  const missing = chosen.filter((value) => !options.some((option) => option.value === value));
  return [...options, ...missing.map((value) => ({ value, label: value, count: 0 }))];
}

function picked(filter: FilterChoicesProps["filter"], chosen: readonly string[], value: string): unknown {
  if (filter.kind === "flag") return value === "true";
  if (filter.isMany !== true) return value;
  const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
  return next.length === 0 ? undefined : next;
}

/** One filter: a button that says what is chosen, and opens what can be. */
import { Button, CloseButton, Group, Popover } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { durationText } from "../../format/duration.ts";
import { usePreferences } from "../../preferences/preferences.ts";
import { useMoment } from "../use-moment.ts";
import { FilterChoices } from "./filter-choices.tsx";
import { FilterDuration } from "./filter-duration.tsx";
import { FilterRange } from "./filter-range.tsx";
import { FilterText } from "./filter-text.tsx";
import { chosenOf, type Filter, isSet, parametersOf, type SearchChange, type SearchValues } from "./filter.ts";

interface FilterChipProps {
  readonly filter: Filter;
  readonly values: SearchValues;
  readonly isOpened: boolean;
  readonly onOpened: (isOpened: boolean) => void;
  readonly onChange: (change: SearchChange) => void;
}

export function FilterChip({ filter, values, isOpened, onOpened, onChange }: FilterChipProps) {
  const { t } = useTranslation("table");
  const said = useSaid(filter, values);
  const clear = Object.fromEntries(parametersOf(filter).map((name) => [name, undefined]));
  return (
    <Group gap={2} wrap="nowrap">
      <Popover opened={isOpened} onChange={onOpened} position="bottom-start" trapFocus returnFocus withinPortal>
        <Popover.Target>
          <Button
            size="compact-xs"
            variant={said === null ? "default" : "light"}
            onClick={() => onOpened(!isOpened)}
            fw={400}
            style={{ maxWidth: "min(20rem, 100vw - 4rem)" }}
          >
            {said === null ? filter.label : t("chip", { name: filter.label, value: said })}
          </Button>
        </Popover.Target>
        <Popover.Dropdown p="sm" aria-label={filter.label}>
          <Editor filter={filter} values={values} onChange={onChange} onDone={() => onOpened(false)} />
        </Popover.Dropdown>
      </Popover>
      {said !== null && (
        <CloseButton
          size="sm"
          aria-label={t("clearFilter", { name: filter.label })}
          onClick={() => {
            onOpened(false);
            onChange(clear);
          }}
        />
      )}
    </Group>
  );
}

interface EditorProps {
  readonly filter: Filter;
  readonly values: SearchValues;
  readonly onChange: (change: SearchChange) => void;
  readonly onDone: () => void;
}

function Editor({ filter, values, onChange, onDone }: EditorProps) {
  if (filter.kind === "range") return <FilterRange filter={filter} values={values} onChange={onChange} />;
  if (filter.kind === "duration")
    return <FilterDuration filter={filter} values={values} onChange={onChange} onDone={onDone} />;
  if (filter.kind === "text" || filter.kind === "number")
    return <FilterText filter={filter} values={values} onChange={onChange} onDone={onDone} />;
  return <FilterChoices filter={filter} values={values} onChange={onChange} />;
}

/** What is chosen, in words; null: nothing is. */
function useSaid(filter: Filter, values: SearchValues): string | null {
  const { t } = useTranslation("table");
  const moment = useMoment();
  const { language } = usePreferences();
  if (!isSet(filter, values)) return null;
  if (filter.kind === "range") {
    const [from, to] = parametersOf(filter).map((name) => {
      const value = values[name];
      return typeof value === "string" ? moment(value) : undefined;
    });
    if (from === undefined) return t("until", { to });
    return to === undefined ? t("since", { from }) : t("between", { from, to });
  }
  if (filter.kind === "duration") {
    const [least, most] = parametersOf(filter).map((name) => {
      const value = values[name];
      return typeof value === "number" ? durationText(value * 1000, language) : undefined;
    });
    if (least === undefined) return `≤ ${most}`;
    return most === undefined ? `≥ ${least}` : `${least} – ${most}`;
  }
  const chosen = chosenOf(filter, values);
  if (filter.kind === "text" || filter.kind === "number") return chosen.join(", ");
  if (filter.kind === "flag") return chosen[0] === "true" ? filter.yes.label : (filter.no?.label ?? null);
  return chosen.map((value) => filter.options.find((option) => option.value === value)?.label ?? value).join(", ");
}

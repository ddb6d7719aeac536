/** A filter by how long something took, in seconds: taken over with Enter. */
import { Button, Group, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Filter, parametersOf, type SearchChange, type SearchValues, textOf } from "./filter.ts";

interface FilterDurationProps {
  readonly filter: Filter;
  readonly values: SearchValues;
  readonly onChange: (change: SearchChange) => void;
  readonly onDone: () => void;
}

export function FilterDuration({ filter, values, onChange, onDone }: FilterDurationProps) {
  const { t } = useTranslation("table");
  const names = parametersOf(filter);
  const [typed, setTyped] = useState(() => names.map((name) => textOf(values, name)));
  const read = (text = ""): number | undefined => (text === "" ? undefined : Number(text));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onChange(Object.fromEntries(names.map((name, index) => [name, read(typed[index])])));
        onDone();
      }}
    >
      <Group gap="xs" wrap="nowrap" align="end">
        {names.map((name, index) => (
          <TextInput
            key={name}
            size="xs"
            type="number"
            min={0}
            step="any"
            label={t(index === 0 ? "least" : "most")}
            value={typed[index] ?? ""}
            data-autofocus={index === 0 ? true : undefined}
            onChange={({ currentTarget: { value } }) => setTyped(typed.with(index, value))}
          />
        ))}
        <Button size="xs" type="submit" variant="default">
          {t("apply")}
        </Button>
      </Group>
    </form>
  );
}

/** A filter by a text or a number: taken over with Enter. */
import { Button, Group, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { chosenOf, type Filter, type SearchChange, type SearchValues } from "./filter.ts";

interface FilterTextProps {
  readonly filter: Filter;
  readonly values: SearchValues;
  readonly onChange: (change: SearchChange) => void;
  readonly onDone: () => void;
}

export function FilterText({ filter, values, onChange, onDone }: FilterTextProps) {
  const { t } = useTranslation("table");
  const isNumber = filter.kind === "number";
  const [typed, setTyped] = useState(chosenOf(filter, values)[0] ?? "");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onChange({ [filter.name]: typed === "" ? undefined : isNumber ? Number(typed) : typed });
        onDone();
      }}
    >
      <Group gap="xs" wrap="nowrap" align="end">
        <TextInput
          size="xs"
          label={filter.label}
          type={isNumber ? "number" : "text"}
          value={typed}
          data-autofocus
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <Button size="xs" type="submit" variant="default">
          {t("apply")}
        </Button>
      </Group>
    </form>
  );
}

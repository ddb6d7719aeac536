/** A filter by time: from and to, in the zone that the reader chose. */
import { TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { instantOfWall, wallText } from "../../format/wall.ts";
import { readInstant } from "../../format/instant.ts";
import { useZone } from "../../preferences/zone.ts";
import { type Filter, parametersOf, type SearchChange, type SearchValues, textOf } from "./filter.ts";

interface FilterRangeProps {
  readonly filter: Filter;
  readonly values: SearchValues;
  readonly onChange: (change: SearchChange) => void;
}

export function FilterRange({ filter, values, onChange }: FilterRangeProps) {
  const { t } = useTranslation("table");
  const zone = useZone();
  return (
    <>
      {parametersOf(filter).map((name, index) => {
        const at = readInstant(textOf(values, name));
        return (
          <TextInput
            key={name}
            size="xs"
            mb="xs"
            type="datetime-local"
            label={t(index === 0 ? "from" : "to", { zone })}
            defaultValue={at === null ? "" : wallText(at, zone)}
            onChange={({ currentTarget: { value } }) => onChange({ [name]: instantOfWall(value, zone) ?? undefined })}
          />
        );
      })}
    </>
  );
}

/** Whether the list of DAGs is in groups, and by what. */
import { NativeSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { SearchChange } from "../../parts/table/filter.ts";
import { type Grouping, GROUPINGS } from "./dag-groups.ts";

interface GroupChoiceProps {
  readonly by: Grouping | undefined;
  readonly onChange: (change: SearchChange) => void;
}

export function GroupChoice({ by, onChange }: GroupChoiceProps) {
  const { t } = useTranslation("dags");
  return (
    <NativeSelect
      size="xs"
      aria-label={t("group.label")}
      value={by ?? ""}
      onChange={({ currentTarget: { value } }) =>
        onChange({ group: GROUPINGS.find((one) => one === value), open: undefined })
      }
      data={[
        { value: "", label: t("group.not") },
        ...GROUPINGS.map((value) => ({ value, label: t(`group.by.${value}`) })),
      ]}
    />
  );
}

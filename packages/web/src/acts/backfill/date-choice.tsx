/** Which dates: from and to in the DAG's zone, a preset, or a list. */
import { Button, Group, SegmentedControl, Textarea, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { now } from "../../now.ts";
import type { BackfillRequest } from "./backfill-request.ts";
import { PRESETS, rangeOf, readDates } from "./dates.ts";
import styles from "./backfill.module.css";

interface DateChoiceProps {
  readonly request: BackfillRequest;
  readonly zone: string;
  onChange(request: BackfillRequest): void;
}

export function DateChoice(props: DateChoiceProps) {
  const { t } = useTranslation("backfill");
  const { request, onChange } = props;
  return (
    <section aria-label={t("dates")}>
      <header className={styles["head"]}>
        <h3>{t("dates")}</h3>
        <SegmentedControl
          size="xs"
          aria-label={t("dates")}
          value={request.how}
          data={[
            { value: "range", label: t("range") },
            { value: "list", label: t("list") },
          ]}
          onChange={(how) => onChange({ ...request, how })}
        />
      </header>
      {request.how === "range" ? <Range {...props} /> : <Pasted {...props} />}
    </section>
  );
}

function Range({ request, zone, onChange }: DateChoiceProps) {
  const { t } = useTranslation("backfill");
  return (
    <>
      <Group gap="sm" align="flex-end">
        {(["from", "to"] as const).map((end) => (
          <TextInput
            size="xs"
            key={end}
            type="datetime-local"
            label={t(end, { zone })}
            value={request.range[end]}
            onChange={({ currentTarget: { value } }) =>
              onChange({ ...request, range: { ...request.range, [end]: value } })
            }
          />
        ))}
      </Group>
      <Group gap={4} my="xs">
        {PRESETS.map((preset) => (
          <Button
            key={preset}
            size="compact-xs"
            variant="default"
            onClick={() => onChange({ ...request, range: rangeOf(preset, now(), zone) })}
          >
            {t(`preset.${preset}`)}
          </Button>
        ))}
      </Group>
    </>
  );
}

function Pasted({ request, zone, onChange }: DateChoiceProps) {
  const { t } = useTranslation("backfill");
  const { dates, wrong } = readDates(request.pasted, zone);
  return (
    <Textarea
      size="xs"
      label={t("pasted", { zone })}
      description={t("pastedCount", { count: dates.length })}
      error={wrong.length === 0 ? undefined : t("pastedWrong", { words: wrong.slice(0, 3).join(", ") })}
      autosize
      minRows={3}
      maxRows={8}
      value={request.pasted}
      onChange={({ currentTarget: { value } }) => onChange({ ...request, pasted: value })}
    />
  );
}

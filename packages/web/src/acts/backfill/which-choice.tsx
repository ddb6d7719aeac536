/** What becomes of dates that have a run, how many go on at once, and in which order. */
import { Checkbox, NumberInput, Radio } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { BackfillRequest } from "./backfill-request.ts";
import styles from "./backfill.module.css";

interface WhichChoiceProps {
  readonly request: BackfillRequest;
  onChange(request: BackfillRequest): void;
}

export function WhichChoice({ request, onChange }: WhichChoiceProps) {
  const { t } = useTranslation("backfill");
  return (
    <section aria-label={t("which")} className={styles["which"]}>
      <Radio.Group
        size="xs"
        label={t("which")}
        value={request.reprocess}
        onChange={(reprocess) => onChange({ ...request, reprocess })}
      >
        <div className={styles["choices"]}>
          <Radio size="xs" value="none" label={t("reprocess.none")} />
          <Radio size="xs" value="failed" label={t("reprocess.failed")} />
          <Radio size="xs" value="completed" label={t("reprocess.completed")} />
        </div>
      </Radio.Group>
      <Radio.Group
        size="xs"
        label={t("order")}
        value={request.newestFirst ? "newest" : "oldest"}
        onChange={(order) => onChange({ ...request, newestFirst: order === "newest" })}
      >
        <div className={styles["choices"]}>
          <Radio size="xs" value="oldest" label={t("oldest")} />
          <Radio size="xs" value="newest" label={t("newest")} />
        </div>
      </Radio.Group>
      <NumberInput
        size="xs"
        label={t("maxActive")}
        min={1}
        max={1000}
        allowDecimal={false}
        w="10rem"
        value={request.maxActive}
        hideControls
        onChange={(value) => {
          const count = Number(value);
          if (Number.isInteger(count) && count >= 1) onChange({ ...request, maxActive: count });
        }}
      />
      <Checkbox
        size="xs"
        label={t("onLatest")}
        checked={request.onLatest}
        onChange={({ currentTarget: { checked } }) => onChange({ ...request, onLatest: checked })}
      />
    </section>
  );
}

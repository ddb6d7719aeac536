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
        label={t("which")}
        value={request.reprocess}
        onChange={(reprocess) => onChange({ ...request, reprocess })}
      >
        <div className={styles["choices"]}>
          <Radio value="none" label={t("reprocess.none")} />
          <Radio value="failed" label={t("reprocess.failed")} />
          <Radio value="completed" label={t("reprocess.completed")} />
        </div>
      </Radio.Group>
      <Radio.Group
        label={t("order")}
        value={request.newestFirst ? "newest" : "oldest"}
        onChange={(order) => onChange({ ...request, newestFirst: order === "newest" })}
      >
        <div className={styles["choices"]}>
          <Radio value="oldest" label={t("oldest")} />
          <Radio value="newest" label={t("newest")} />
        </div>
      </Radio.Group>
      <NumberInput
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
        label={t("onLatest")}
        checked={request.onLatest}
        onChange={({ currentTarget: { checked } }) => onChange({ ...request, onLatest: checked })}
      />
    </section>
  );
}

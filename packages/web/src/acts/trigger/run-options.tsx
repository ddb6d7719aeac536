/** Which date the run belongs to, and what few need: its id, when it begins, a note. */
import { Radio, Textarea, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { readInstant } from "../../format/instant.ts";
import { instantOfWall, wallText } from "../../format/wall.ts";
import { useZone } from "../../preferences/zone.ts";
import type { RunRequest } from "./run-request.ts";
import styles from "./trigger.module.css";

interface RunOptionsProps {
  readonly request: RunRequest;
  onChange(request: RunRequest): void;
}

export function RunOptions({ request, onChange }: RunOptionsProps) {
  const { t } = useTranslation("trigger");
  const { when } = request;
  return (
    <>
      <Radio.Group
        size="xs"
        label={t("date.label")}
        value={when}
        onChange={(chosen) => onChange({ ...request, when: chosen })}
      >
        <div className={styles["radios"]}>
          <Radio size="xs" value="now" label={t("date.now")} />
          <Radio size="xs" value="none" label={t("date.none")} />
          <Radio size="xs" value="at" label={t("date.at")} />
        </div>
      </Radio.Group>
      {when === "at" && (
        <Moment
          label={t("date.label")}
          value={request.logicalDate}
          onChange={(logicalDate) => onChange({ ...request, logicalDate })}
        />
      )}
      <Advanced request={request} onChange={onChange} />
    </>
  );
}

function Advanced({ request, onChange }: RunOptionsProps) {
  const { t } = useTranslation("trigger");
  const { runId, note } = request;
  return (
    <details className={styles["advanced"]}>
      <summary>{t("advanced")}</summary>
      <TextInput
        size="xs"
        label={t("runId")}
        description={t("runIdHint")}
        value={runId}
        onChange={({ currentTarget: { value } }) => onChange({ ...request, runId: value.trim() })}
      />
      <Moment
        label={t("runAfter")}
        value={request.runAfter}
        onChange={(runAfter) => onChange({ ...request, runAfter })}
      />
      <Textarea
        size="xs"
        label={t("note")}
        autosize
        minRows={1}
        maxRows={5}
        maxLength={1000}
        value={note}
        onChange={({ currentTarget: { value } }) => onChange({ ...request, note: value })}
      />
    </details>
  );
}

interface MomentProps {
  readonly label: string;
  readonly value: string | null;
  onChange(value: string | null): void;
}

function Moment({ label, value, onChange }: MomentProps) {
  const { t } = useTranslation("trigger");
  const zone = useZone();
  const at = readInstant(value);
  return (
    <TextInput
      size="xs"
      type="datetime-local"
      label={t("inZone", { name: label, zone })}
      value={at === null ? "" : wallText(at, zone)}
      onChange={({ currentTarget }) => onChange(instantOfWall(currentTarget.value, zone))}
    />
  );
}

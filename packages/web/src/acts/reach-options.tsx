/** How far it reaches: relatives, other runs, which of them, and in which version they run. */
import { Checkbox, Group, Radio } from "@mantine/core";
import { useTranslation } from "react-i18next";
import styles from "./acts.module.css";
import type { ReachRequest } from "./open-act.ts";
import type { Reach } from "./reach.ts";
import { VersionChoice } from "./version-choice.tsx";

interface ReachOptionsProps {
  readonly request: ReachRequest;
  readonly reach: Reach;
  onChange(reach: Reach): void;
}

const AROUND = ["downstream", "upstream", "past", "future"] as const;

export function ReachOptions({ request, reach, onChange }: ReachOptionsProps) {
  const { t } = useTranslation("acts");
  const isOfTasks = request.target.of !== "runs";
  return (
    <div className={styles["options"]}>
      {isOfTasks && (
        <fieldset>
          <legend>{t("scope")}</legend>
          <Group gap="md">
            {AROUND.map((name) => (
              <Checkbox
                key={name}
                size="xs"
                label={t(name)}
                checked={reach[name]}
                onChange={({ currentTarget: { checked } }) => onChange({ ...reach, [name]: checked })}
              />
            ))}
          </Group>
        </fieldset>
      )}
      {request.kind === "clear" && (
        <Radio.Group
          label={t("which")}
          size="xs"
          value={reach.which}
          onChange={(which) => onChange({ ...reach, which })}
        >
          <Group gap="md">
            <Radio size="xs" value="failed" label={t("onlyFailed")} />
            <Radio size="xs" value="all" label={t("all")} />
            {!isOfTasks && <Radio size="xs" value="new" label={t("onlyNew")} />}
          </Group>
        </Radio.Group>
      )}
      {request.kind === "clear" && <VersionChoice request={request} reach={reach} onChange={onChange} />}
    </div>
  );
}

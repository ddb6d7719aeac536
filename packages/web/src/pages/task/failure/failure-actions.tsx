/** What is done about a failure. */
import { Button, CopyButton, Group } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { TaskPlace } from "../task-place.ts";
import type { Failure } from "./failure-data.ts";
import { chatText } from "./failure-words.ts";

export function FailureActions({ place, failure }: { readonly place: TaskPlace; readonly failure: Failure }) {
  const { t } = useTranslation("task");
  const navigate = useNavigate();
  const { lines } = failure.excerpt;
  const line = lines.findLast(({ m }) => m === failure.headline) ?? lines.at(-1);
  const name = [place.dagId, place.taskId].join(" · ");
  return (
    <Group gap="xs" mt="xs">
      {line !== undefined && (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => void navigate({ to: ".", search: { line: line.n } })}
        >
          {t("failure.openLog")}
        </Button>
      )}
      <CopyButton value={chatText(failure, { name, url: window.location.href })}>
        {({ copied, copy }) => (
          <Button size="compact-sm" variant="default" onClick={copy}>
            {copied ? t("failure.copied") : t("failure.copy")}
          </Button>
        )}
      </CopyButton>
    </Group>
  );
}

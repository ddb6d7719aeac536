/** What stands in a panel whose request failed: the rest of the page goes on. */
import { Button, CopyButton, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { MomijiError } from "@momiji/client";
import { CodeWords } from "./code-words.tsx";
import { missingRightOf, problemWords } from "./problem-words.ts";
import styles from "./parts.module.css";

const NOT_OF_THE_SERVER = { remedy: undefined, code: undefined, requestId: undefined, status: null };

/** What is not there the page has named. */
const NOT_FOUND = 404;

interface ProblemPanelProps {
  readonly error: Error;
  readonly onRetry?: (() => void) | undefined;
}

export function ProblemPanel({ error, onRetry }: ProblemPanelProps) {
  const { t } = useTranslation();
  const { remedy, code, requestId, status } = error instanceof MomijiError ? error : NOT_OF_THE_SERVER;
  const { t: words } = useTranslation("problem");
  const told = problemWords(code, words);
  const advice = told === null ? remedy : (told.remedy ?? undefined);
  const right = told === null ? null : missingRightOf(remedy);
  const details = [error.message, remedy, code, requestId].filter((part) => part !== undefined).join("\n");
  return (
    <div className={styles["problem"]} role="alert">
      <strong>{t("problem.title")}</strong>
      <p>
        <CodeWords text={status === 0 ? t("problem.offline") : (told?.words ?? error.message)} />
      </p>
      {right !== null && <p>{t("rights.missing", { permission: right })}</p>}
      {advice !== undefined && (
        <p>
          <CodeWords text={advice} />
        </p>
      )}
      {told !== null && status !== 0 && status !== NOT_FOUND && (
        <p className={styles["quiet"]}>
          <CodeWords text={error.message} />
        </p>
      )}
      {requestId !== undefined && <p className={styles["quiet"]}>{t("problem.request", { id: requestId })}</p>}
      <Group gap="xs">
        {onRetry !== undefined && (
          <Button size="compact-sm" variant="default" onClick={onRetry}>
            {t("problem.retry")}
          </Button>
        )}
        <CopyButton value={details}>
          {({ copied, copy }) => (
            <Button size="compact-sm" variant="subtle" onClick={copy}>
              {copied ? t("problem.copied") : t("problem.copy")}
            </Button>
          )}
        </CopyButton>
      </Group>
    </div>
  );
}

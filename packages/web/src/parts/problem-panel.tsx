/** What stands in a panel whose request failed: the rest of the page goes on. */
import { Button, CopyButton, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { MomijiError } from "@momiji/client";
import { CodeWords } from "./code-words.tsx";
import styles from "./parts.module.css";

const NOT_OF_THE_SERVER = { remedy: undefined, code: undefined, requestId: undefined, status: null };

interface ProblemPanelProps {
  readonly error: Error;
  readonly onRetry?: (() => void) | undefined;
}

export function ProblemPanel({ error, onRetry }: ProblemPanelProps) {
  const { t } = useTranslation();
  const { remedy, code, requestId, status } = error instanceof MomijiError ? error : NOT_OF_THE_SERVER;
  const details = [error.message, remedy, code, requestId].filter((part) => part !== undefined).join("\n");
  return (
    <div className={styles["problem"]} role="alert">
      <strong>{t("problem.title")}</strong>
      <p>
        <CodeWords text={status === 0 ? t("problem.offline") : error.message} />
      </p>
      {remedy !== undefined && (
        <p>
          <CodeWords text={remedy} />
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

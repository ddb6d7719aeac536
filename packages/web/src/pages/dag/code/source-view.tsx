/** The file of a version, its lines linkable, its tasks found by name. */
import { Button, Checkbox, Group } from "@mantine/core";
import { MomijiError } from "@momiji/client";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CodeView } from "../../../parts/code/code-view.tsx";
import { languageOfFile } from "../../../parts/code/language.ts";
import { lineOfTask } from "../../../parts/code/line-of-task.ts";
import { Empty } from "../../../parts/panel.tsx";
import { ProblemPanel } from "../../../parts/problem-panel.tsx";
import styles from "./code.module.css";
import { save } from "./save.ts";
import { useFileOf, useSource } from "./sources.ts";
import { TaskJump } from "./task-jump.tsx";

const FORBIDDEN = 403;
const NOT_FOUND = 404;

export interface SourceViewProps {
  readonly dagId: string;
  readonly version: number;
  /** From 1. */
  readonly line: number | undefined;
  readonly wrap: boolean;
  /** Whose line is shown when no line was asked for. */
  readonly taskId?: string | undefined;
  onLine(line: number): void;
  onWrap(wrap: boolean): void;
}

export function SourceView(props: SourceViewProps) {
  const { t } = useTranslation("code");
  const { dagId, version } = props;
  const { data, error, refetch } = useSource(dagId, version);
  if (error instanceof MomijiError && error.status === FORBIDDEN) return <Empty>{t("withheld")}</Empty>;
  if (error instanceof MomijiError && error.status === NOT_FOUND)
    return <Empty>{t("gone", { number: version })}</Empty>;
  if (error !== null) return <ProblemPanel error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  return <Source {...props} text={data.content ?? ""} />;
}

function Source({ text, ...props }: SourceViewProps & { readonly text: string }) {
  const { t } = useTranslation("code");
  const { dagId, version, line, wrap, taskId, onLine } = props;
  const file = useFileOf(dagId);
  const [missing, setMissing] = useState<string | null>(null);
  const ofTask = taskId === undefined ? null : lineOfTask(text, taskId);
  const absent = missing ?? (taskId !== undefined && ofTask === null ? taskId : null);
  const goTo = (task: string): void => {
    const found = lineOfTask(text, task);
    setMissing(found === null ? task : null);
    if (found !== null) onLine(found);
  };
  return (
    <>
      <SourceTools {...props} text={text} file={file} onTask={goTo} />
      {absent !== null && (
        <p className={styles["facts"]} role="status">
          {t("notInFile", { task: absent })}
        </p>
      )}
      <CodeView
        text={text}
        language={languageOfFile(file)}
        label={t("label", { dag: dagId, number: version })}
        line={line ?? ofTask ?? undefined}
        wrap={wrap}
        onLine={onLine}
      />
    </>
  );
}

interface SourceToolsProps extends Pick<SourceViewProps, "dagId" | "version" | "wrap" | "onWrap"> {
  readonly text: string;
  readonly file: string | null;
  onTask(taskId: string): void;
}

function SourceTools({ dagId, version, wrap, onWrap, text, file, onTask }: SourceToolsProps) {
  const { t } = useTranslation("code");
  return (
    <Group gap="md" mb="xs" align="center">
      <TaskJump dagId={dagId} onTask={onTask} />
      <Checkbox
        size="xs"
        label={t("wrap")}
        checked={wrap}
        onChange={({ currentTarget: { checked } }) => onWrap(checked)}
      />
      <Button size="compact-sm" variant="default" onClick={() => save(text, `${dagId}.v${version}.${endingOf(file)}`)}>
        {t("download")}
      </Button>
    </Group>
  );
}

function endingOf(file: string | null): string {
  return /\.([^./]+)$/.exec(file ?? "")?.[1] ?? "txt";
}

/** The code that a run or a task ran, beside it: of the version that the run used. */
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { usePhone } from "../../../acts/use-phone.ts";
import { SourceView } from "./source-view.tsx";
import styles from "./code.module.css";

interface CodeTabProps {
  readonly dagId: string;
  /** Of the run; a task instance that ran another one has its own. */
  readonly version: number;
  /** Shows where it stands. */
  readonly taskId?: string | undefined;
}

export function CodeTab({ dagId, version, taskId }: CodeTabProps) {
  const { t } = useTranslation("code");
  const [line, setLine] = useState<number | undefined>(undefined);
  const [wrap, setWrap] = useState(usePhone());
  return (
    <>
      <p className={styles["facts"]}>
        <Link
          to="/dags/$dagId/code"
          params={{ dagId }}
          search={{ version, ...(taskId === undefined ? {} : { task: taskId }) }}
        >
          {t("version")} v{version}
        </Link>
      </p>
      <SourceView
        dagId={dagId}
        version={version}
        line={line}
        taskId={taskId}
        wrap={wrap}
        onLine={setLine}
        onWrap={setWrap}
      />
    </>
  );
}

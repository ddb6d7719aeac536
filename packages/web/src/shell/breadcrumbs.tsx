/** Where one is: DAG, run, task, mapped instance; beside each a menu of its siblings. */
import { Menu, UnstyledButton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { openPalette } from "../palette/open-palette.ts";
import { IconChevronDown } from "../parts/icons.ts";
import { ProblemPanel } from "../parts/problem-panel.tsx";
import { RunLabel } from "../parts/run-label.tsx";
import { useTabStrip } from "../parts/tab-strip.ts";
import { StateGlyph } from "../states/state-glyph.tsx";
import styles from "./shell.module.css";
import { mappedSiblings, runSiblings, type Sibling, taskSiblings } from "./siblings.ts";

export function Breadcrumbs() {
  const { t } = useTranslation();
  const { dagId } = useParams({ strict: false });
  if (dagId !== undefined) return <Crumbs dagId={dagId} />;
  return (
    <nav aria-label={t("breadcrumbs")} className={styles["crumbs"]}>
      <Link to="/" className={styles["product"]}>
        {t("product")}
      </Link>
    </nav>
  );
}

function Crumbs({ dagId }: { readonly dagId: string }) {
  const { t } = useTranslation();
  const { runId, taskId, mapIndex } = useParams({ strict: false });
  const strip = useTabStrip("end");
  const isMapped = runId !== undefined && taskId !== undefined && mapIndex !== undefined;
  return (
    <nav ref={strip} aria-label={t("breadcrumbs")} className={styles["crumbs"]}>
      <ol>
        <li>
          <Link to="/dags/$dagId" params={{ dagId }}>
            {dagId}
          </Link>
          <UnstyledButton className={styles["siblings"] ?? ""} aria-label={t("siblings.dags")} onClick={openPalette}>
            <IconChevronDown size={14} aria-hidden="true" />
          </UnstyledButton>
        </li>
        {runId !== undefined && (
          <Crumb label={t("siblings.runs")} query={runSiblings(dagId, runId)} here={runId}>
            <Link to="/dags/$dagId/runs/$runId" params={{ dagId, runId }}>
              <RunLabel runId={runId} />
            </Link>
          </Crumb>
        )}
        {runId !== undefined && taskId !== undefined && (
          <Crumb label={t("siblings.tasks")} query={taskSiblings(dagId, runId)} here={taskId}>
            {isMapped ? (
              <Link to="/dags/$dagId/runs/$runId/tasks/$taskId" params={{ dagId, runId, taskId }}>
                {taskId}
              </Link>
            ) : (
              <span aria-current="page">{taskId}</span>
            )}
          </Crumb>
        )}
        {isMapped && (
          <Crumb label={t("siblings.mapped")} query={mappedSiblings({ dagId, runId, taskId })} here={mapIndex}>
            <span aria-current="page">[{mapIndex}]</span>
          </Crumb>
        )}
      </ol>
    </nav>
  );
}

interface CrumbProps {
  readonly label: string;
  readonly query: ReturnType<typeof runSiblings>;
  /** Key of the one that is open. */
  readonly here: string;
  readonly children: ReactNode;
}

function Crumb({ label, query, here, children }: CrumbProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <li>
      {children}
      <Menu opened={isOpen} onChange={setOpen} withinPortal position="bottom-start">
        <Menu.Target>
          <UnstyledButton className={styles["siblings"] ?? ""} aria-label={label}>
            <IconChevronDown size={14} aria-hidden="true" />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown className={styles["siblingList"] ?? ""}>
          {isOpen && <Siblings query={query} here={here} />}
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}

function Siblings({ query, here }: Pick<CrumbProps, "query" | "here">) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(query);
  if (error !== null) return <ProblemPanel error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Menu.Label>{t("loading")}</Menu.Label>;
  return data.map((sibling) => <SiblingItem key={sibling.key} sibling={sibling} isHere={sibling.key === here} />);
}

function SiblingItem({
  sibling: { href, name, state, isRun = false },
  isHere,
}: {
  readonly sibling: Sibling;
  readonly isHere: boolean;
}) {
  const { t } = useTranslation("states");
  return (
    <Menu.Item
      component={Link}
      to={href}
      leftSection={<StateGlyph state={state} />}
      {...(isHere ? { "aria-current": "page", fw: 600 } : {})}
    >
      {isRun ? <RunLabel runId={name} /> : name}
      <span className="visually-hidden"> {t(state)}</span>
    </Menu.Item>
  );
}

/** What all dialogs of acts have: the list may scroll, but cancel and confirm are always in sight, and say why they do nothing. */
import { Alert, Button, type ButtonProps, Group, Modal } from "@mantine/core";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { ProblemPanel } from "../parts/problem-panel.tsx";
import styles from "./acts.module.css";
import { closeAct } from "./open-act.ts";
import { usePhone } from "./use-phone.ts";

interface ActFrameProps {
  readonly title: string;
  readonly size?: "md" | "xl";
  /** Others would be touched by now than were shown. */
  readonly isMoved?: boolean;
  readonly problem?: Error | null;
  readonly onRetry?: (() => void) | undefined;
  readonly confirm: string;
  readonly isReady: boolean;
  readonly isPending: boolean;
  /** Why it cannot be confirmed, or what to know before. */
  readonly hint?: string | null;
  readonly look?: Pick<ButtonProps, "variant" | "color">;
  readonly more?: ReactNode;
  readonly children: ReactNode;
  onConfirm(): void;
}

export function ActFrame({ title, size = "md", children, ...rest }: ActFrameProps) {
  const { t } = useTranslation("acts");
  const isPhone = usePhone();
  const { isMoved = false, problem = null, onRetry } = rest;
  return (
    <Modal
      opened
      onClose={closeAct}
      title={title}
      size={size}
      fullScreen={isPhone}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      {isMoved && (
        <Alert color="yellow" variant="outline" role="alert" mb="sm">
          {t("moved")}
        </Alert>
      )}
      {children}
      {problem !== null && <ProblemPanel error={problem} onRetry={onRetry} />}
      <Foot {...rest} />
    </Modal>
  );
}

function Foot({
  hint = null,
  confirm,
  isReady,
  isPending,
  look = {},
  more,
  onConfirm,
}: Omit<ActFrameProps, "title" | "children">) {
  const { t } = useTranslation("acts");
  const id = useId();
  return (
    <div className={styles["foot"]}>
      <span className={styles["quiet"]}>
        <span id={id}>{hint}</span> {more}
      </span>
      <Group gap="xs" justify="flex-end">
        <Button variant="default" onClick={closeAct}>
          {t("cancel")}
        </Button>
        <Button {...look} aria-describedby={id} disabled={!isReady} loading={isPending} onClick={onConfirm}>
          {confirm}
        </Button>
      </Group>
    </div>
  );
}

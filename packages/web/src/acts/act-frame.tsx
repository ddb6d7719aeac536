/** What all dialogs of acts have: the list may scroll, but cancel and confirm are always in sight, and say why they do nothing. */
import { Alert, Button, type ButtonProps, Group, Modal } from "@mantine/core";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { FirstFocus } from "../parts/first-focus.tsx";
import { ProblemPanel } from "../parts/problem-panel.tsx";
import styles from "./acts.module.css";
import { closeAct } from "./open-act.ts";
import { usePhone } from "./use-phone.ts";

interface ActModalProps {
  readonly title: string;
  readonly size?: "md" | "xl" | undefined;
  readonly children: ReactNode;
}

export function ActModal({ title, size = "md", children }: ActModalProps) {
  const { t } = useTranslation("acts");
  const isPhone = usePhone();
  return (
    <Modal
      opened
      onClose={closeAct}
      title={title}
      size={size}
      fullScreen={isPhone}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <FirstFocus />
      {children}
    </Modal>
  );
}

interface ActFootProps {
  readonly confirm: string;
  readonly isReady: boolean;
  readonly isPending: boolean;
  /** Why it cannot be confirmed, or what to know before. */
  readonly hint?: string | null;
  readonly look?: Pick<ButtonProps, "variant" | "color">;
  /** Beside the buttons. */
  readonly more?: ReactNode;
  /** Above the buttons, always in sight with them. */
  readonly above?: ReactNode;
  onConfirm(): void;
}

export function ActFoot({ hint = null, confirm, isReady, isPending, look = {}, more, above, onConfirm }: ActFootProps) {
  const { t } = useTranslation("acts");
  const id = useId();
  // Whoever presses Enter too soon takes nothing away.
  const isRemoval = look.color === "red";
  return (
    <div className={styles["foot"]}>
      {above !== undefined && <div className={styles["above"]}>{above}</div>}
      <span className={styles["quiet"]} id={id}>
        {hint}
      </span>
      <Group gap="xs" justify="flex-end">
        {more}
        <Button variant="default" data-autofocus={isRemoval || undefined} onClick={closeAct}>
          {t("cancel")}
        </Button>
        <Button {...look} aria-describedby={id} disabled={!isReady} loading={isPending} onClick={onConfirm}>
          {confirm}
        </Button>
      </Group>
    </div>
  );
}

/** Others would be touched by now than were shown. */
export function Moved() {
  const { t } = useTranslation("acts");
  return (
    <Alert color="yellow" variant="outline" role="alert" mb="sm">
      {t("moved")}
    </Alert>
  );
}

interface ActFrameProps extends ActModalProps, ActFootProps {
  readonly isMoved?: boolean;
  readonly problem?: Error | null;
  readonly onRetry?: (() => void) | undefined;
}

export function ActFrame({ title, size, children, isMoved = false, problem = null, onRetry, ...foot }: ActFrameProps) {
  return (
    <ActModal title={title} size={size}>
      {isMoved && <Moved />}
      {children}
      {problem !== null && <ProblemPanel error={problem} onRetry={onRetry} />}
      <ActFoot {...foot} />
    </ActModal>
  );
}

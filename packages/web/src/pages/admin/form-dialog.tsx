/** A form over the page: it says what went wrong where it was asked, keeps what was typed, and sends once. */
import { Button, Group } from "@mantine/core";
import type { UseMutationResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../../parts/dialog.tsx";
import { ProblemPanel } from "../../parts/problem-panel.tsx";
import styles from "./admin.module.css";

interface FormDialogProps {
  readonly title: string;
  readonly submit: string;
  /** What sending does. */
  readonly sends: Pick<UseMutationResult<unknown, Error, void>, "error" | "isPending" | "mutate">;
  /** In words, why it cannot be sent yet; null: it can. */
  readonly missing?: string | null;
  readonly size?: "md" | "lg" | "xl";
  /** It takes something away: its button is outlined. */
  readonly isRemoval?: boolean;
  /** Told elsewhere in the dialog. */
  readonly hidesError?: boolean;
  /** Left of the buttons. */
  readonly beside?: ReactNode;
  readonly children: ReactNode;
  onClose(): void;
}

export function FormDialog(props: FormDialogProps) {
  const { title, submit, sends, missing = null, size = "md", beside, children, onClose } = props;
  const { hidesError = false, isRemoval = false } = props;
  const { t } = useTranslation("admin");
  return (
    <Dialog onClose={onClose} title={title} size={size}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (missing === null && !sends.isPending) sends.mutate();
        }}
      >
        <div className={styles["stack"]}>{children}</div>
        {sends.error !== null && !hidesError && <ProblemPanel error={sends.error} />}
        <Group justify="flex-end" mt="md" gap="sm" className={styles["formFoot"] ?? ""}>
          {beside}
          {missing !== null && (
            <span id="why-not" className={styles["quiet"]}>
              {missing}
            </span>
          )}
          <Button variant="default" data-autofocus={isRemoval || undefined} onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button
            type="submit"
            loading={sends.isPending}
            {...(isRemoval ? { variant: "outline", color: "red" } : {})}
            {...(missing === null
              ? {}
              : { "aria-disabled": true, "aria-describedby": "why-not", "data-disabled": true })}
          >
            {submit}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}

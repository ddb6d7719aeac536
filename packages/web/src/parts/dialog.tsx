/** A dialog that is there as long as it is drawn. When it goes, the keyboard is where it was before. */
import { Modal, type ModalProps } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { FirstFocus } from "./first-focus.tsx";

export function Dialog({ children, ...props }: Omit<ModalProps, "opened">) {
  const { t } = useTranslation();
  useFocusBack();
  return (
    <Modal opened closeButtonProps={{ "aria-label": t("toast.close") }} {...props}>
      <FirstFocus />
      {children}
    </Modal>
  );
}

function useFocusBack(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // The dialog holds the keyboard until it is gone, and perhaps another one opens.
      setTimeout(() => {
        if (document.activeElement !== document.body) return;
        const isThere = opener instanceof HTMLElement && opener.isConnected && opener !== document.body;
        (isThere ? opener : document.querySelector<HTMLElement>("main"))?.focus();
      });
    },
    [opener],
  );
}

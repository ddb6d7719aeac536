/** Puts a text on the clipboard, and says so. */
import { ActionIcon, CopyButton as Copy, Tooltip } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { IconCheck, IconCopy } from "./icons.ts";

interface CopyButtonProps {
  /** What is copied. */
  readonly text: string;
  /** What it is, when `copy` alone does not say it: "Copy link". */
  readonly label?: string;
}

export function CopyButton({ text, label }: CopyButtonProps) {
  const { t } = useTranslation();
  const words = label ?? t("copy.label");
  return (
    <Copy value={text}>
      {({ copied, copy }) => (
        <Tooltip label={copied ? t("copy.done") : words}>
          <ActionIcon size={24} variant="subtle" color="gray" aria-label={words} onClick={copy}>
            {copied ? <IconCheck size={14} aria-hidden="true" /> : <IconCopy size={14} aria-hidden="true" />}
            <span role="status" className="visually-hidden">
              {copied ? t("copy.done") : ""}
            </span>
          </ActionIcon>
        </Tooltip>
      )}
    </Copy>
  );
}

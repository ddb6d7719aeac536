/** The same run as a command: for a script, or a colleague. */
import { Button, Menu } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { BASE_URL } from "../../api/place.ts";
import { toast } from "../../parts/toast.tsx";
import { asCommand, asCurl, asTypeScript, type TriggerBody } from "./run-request.ts";

export function CopyAs({ dagId, body }: { readonly dagId: string; readonly body: TriggerBody }) {
  const { t } = useTranslation("trigger");
  const command = asCommand(dagId, body);
  const ways = [
    { words: t("copy.curl"), text: asCurl(BASE_URL, dagId, body) },
    ...(command === null ? [] : [{ words: t("copy.cli"), text: command }]),
    { words: t("copy.typescript"), text: asTypeScript(dagId, body) },
  ];
  return (
    <Menu position="top-end">
      <Menu.Target>
        <Button variant="subtle">{t("copy.label")}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {ways.map(({ words, text }) => (
          <Menu.Item
            key={words}
            onClick={() =>
              void navigator.clipboard.writeText(text).then(() => toast({ kind: "done", text: t("copy.done") }))
            }
          >
            {words}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

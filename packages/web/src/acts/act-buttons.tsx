/** What can be done to a run or a task; each opens the list of what it would do. */
import { Button, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useKeys } from "../keys/use-keys.ts";
import { type ActRequest, type ActTarget, openAct } from "./open-act.ts";

export function ActButtons({ target }: { readonly target: ActTarget }) {
  const { t } = useTranslation("acts");
  const buttons: readonly { readonly words: string; readonly request: ActRequest }[] = [
    {
      words: target.of === "runs" ? t("clearFailed") : t("clearFromHere"),
      request: { kind: "clear", target },
    },
    { words: t("markSuccess"), request: { kind: "mark", state: "success", target } },
    { words: t("markFailed"), request: { kind: "mark", state: "failed", target } },
    { words: t("addNote"), request: { kind: "note", target } },
  ];
  useKeys({
    c: () => openAct({ kind: "clear", target }),
    m: () => openAct({ kind: "mark", state: "success", target }),
  });
  return (
    <Group gap="xs" mb="sm">
      {buttons.map(({ words, request }) => (
        <Button key={words} size="compact-sm" variant="default" onClick={() => openAct(request)}>
          {words}
        </Button>
      ))}
    </Group>
  );
}

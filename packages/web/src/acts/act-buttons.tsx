/** What can be done to a run or a task; each opens the list of what it would do. */
import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActDialog } from "./act-dialog.tsx";
import type { Act, ActPlace } from "./act.ts";

export function ActButtons({ place }: { readonly place: ActPlace }) {
  const { t } = useTranslation("acts");
  const [act, setAct] = useState<Act | null>(null);
  const buttons: readonly { readonly words: string; readonly act: Act }[] = [
    { words: place.taskId === undefined ? t("clearFailed") : t("clearFromHere"), act: { kind: "clear" } },
    { words: t("markSuccess"), act: { kind: "mark", state: "success" } },
    { words: t("markFailed"), act: { kind: "mark", state: "failed" } },
  ];
  return (
    <>
      <Group gap="xs" mb="sm">
        {buttons.map(({ words, act: offered }) => (
          <Button key={words} size="compact-sm" variant="default" onClick={() => setAct(offered)}>
            {words}
          </Button>
        ))}
      </Group>
      {act !== null && <ActDialog act={act} place={place} onClose={() => setAct(null)} />}
    </>
  );
}

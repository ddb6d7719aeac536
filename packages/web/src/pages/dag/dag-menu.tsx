/** What can be done to a DAG beside switching and triggering it. */
import { ActionIcon, Menu } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { openAct } from "../../acts/open-act.ts";
import { asCommand, asCurl, bodyOf, USUAL_REQUEST } from "../../acts/trigger/run-request.ts";
import { useRefusal } from "../../acts/use-refusal.ts";
import { client } from "../../api/client.ts";
import { BASE_URL } from "../../api/place.ts";
import { isoText } from "../../format/wall.ts";
import { now } from "../../now.ts";
import { GuardedItem } from "../../parts/guarded.tsx";
import { IconDots } from "../../parts/icons.ts";
import { toast } from "../../parts/toast.tsx";
import { useErrorText } from "../../parts/use-error-text.ts";

interface DagMenuProps {
  readonly dagId: string;
  readonly isPaused: boolean;
  readonly fileToken: string;
}

export function DagMenu({ dagId, isPaused, fileToken }: DagMenuProps) {
  const { t } = useTranslation("dag");
  const errorText = useErrorText();
  const create = useRefusal("run", [dagId], "create");
  const edit = useRefusal("dag", [dagId]);
  const remove = useRefusal("dag", [dagId], "delete");
  const refresh = useMutation({
    mutationFn: () => client.put("/api/v2/parseDagFile/{file_token}", { params: { path: { file_token: fileToken } } }),
    onSuccess: () => toast({ kind: "done", text: t("menu.refreshed") }),
    onError: (error) => toast({ kind: "problem", text: errorText(error) }),
  });
  const copy = (text: string): void =>
    void navigator.clipboard.writeText(text).then(() => toast({ kind: "done", text: t("menu.copied") }));
  const body = () => bodyOf(USUAL_REQUEST, {}, isoText(now()));
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t("menu.label", { dag: dagId })}>
          <IconDots size={18} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <GuardedItem reason={create} onClick={() => openAct({ kind: "backfill", dagId })}>
          {t("menu.backfill")}
        </GuardedItem>
        <GuardedItem reason={edit} onClick={() => openAct({ kind: "switch", dagId, isOn: isPaused })}>
          {t(isPaused ? "menu.switchOn" : "menu.switchOff")}
        </GuardedItem>
        <GuardedItem reason={create} onClick={() => openAct({ kind: "preflight", dagId })}>
          {t("menu.preflight")}
        </GuardedItem>
        <GuardedItem reason={edit} onClick={() => refresh.mutate()}>
          {t("menu.refresh")}
        </GuardedItem>
        <Menu.Divider />
        <Menu.Item onClick={() => copy(`${BASE_URL}/dags/${encodeURIComponent(dagId)}`)}>
          {t("menu.copyLink")}
        </Menu.Item>
        <Menu.Item onClick={() => copy(asCurl(BASE_URL, dagId, body()))}>{t("menu.copyCurl")}</Menu.Item>
        <Menu.Item onClick={() => copy(asCommand(dagId, body()) ?? "")}>{t("menu.copyCommand")}</Menu.Item>
        <Menu.Divider />
        <GuardedItem reason={remove} onClick={() => openAct({ kind: "delete", target: { of: "dag", dagId } })}>
          {t("menu.delete")}
        </GuardedItem>
      </Menu.Dropdown>
    </Menu>
  );
}

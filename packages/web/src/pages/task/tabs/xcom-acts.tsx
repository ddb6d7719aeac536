/** What can be done with an XCom: another value, or away with it. */
import { Group } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { client } from "../../../api/client.ts";
import { GuardedButton } from "../../../parts/guarded.tsx";
import { useMay } from "../../../rights/use-rights.ts";
import { DeleteSetting } from "../../admin/delete-setting.tsx";
import { pathOf, TASK, type TaskPlace } from "../task-place.ts";
import { XComDialog } from "./xcom-dialog.tsx";

interface XComActsProps {
  readonly place: TaskPlace;
  readonly of: string;
  readonly value: unknown;
}

export function XComActs({ place, of: key, value }: XComActsProps) {
  const { t } = useTranslation("task");
  const [opened, setOpened] = useState<"edit" | "delete" | null>(null);
  const { reason: noEdit } = useMay("xcom", "edit", place.dagId);
  const { reason: noDelete } = useMay("xcom", "delete", place.dagId);
  const close = (): void => setOpened(null);
  return (
    <Group gap="xs" mt="xs">
      <GuardedButton size="compact-xs" variant="default" reason={noEdit} onClick={() => setOpened("edit")}>
        {t("xcom.edit")}
      </GuardedButton>
      <GuardedButton size="compact-xs" variant="default" reason={noDelete} onClick={() => setOpened("delete")}>
        {t("xcom.delete")}
      </GuardedButton>
      {opened === "edit" && <XComDialog place={place} old={{ key, value }} onClose={close} />}
      {opened === "delete" && (
        <DeleteSetting
          name={key}
          consequence={t("xcom.deletes")}
          // The list alone: its value is not there to be read again.
          queryKey={["task", place.dagId, place.runId, place.taskId, place.mapIndex, "xcoms"]}
          removes={() =>
            client.delete(`${TASK}/xcomEntries/{xcom_key}`, {
              params: { path: { ...pathOf(place), xcom_key: key }, query: { map_index: place.mapIndex } },
            })
          }
          onClose={close}
        />
      )}
    </Group>
  );
}

/** Makes one that the task did not. */
export function AddXCom({ place }: { readonly place: TaskPlace }) {
  const { t } = useTranslation("task");
  const [isOpen, setOpen] = useState(false);
  const { reason } = useMay("xcom", "create", place.dagId);
  return (
    <>
      <GuardedButton size="compact-xs" variant="default" mt="xs" reason={reason} onClick={() => setOpen(true)}>
        {t("xcom.add")}
      </GuardedButton>
      {isOpen && <XComDialog place={place} old={null} onClose={() => setOpen(false)} />}
    </>
  );
}

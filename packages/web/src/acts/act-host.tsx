/** Where dialogs of acts appear: over any page, each loaded when it is first asked for. */
import { lazy, Suspense, useSyncExternalStore } from "react";
import { openedAct, subscribeActs, type OpenedAct } from "./open-act.ts";

const ReachDialog = lazy(() => import("./reach-dialog.tsx").then((all) => ({ default: all.ReachDialog })));
const NoteDialog = lazy(() => import("./note-dialog.tsx").then((all) => ({ default: all.NoteDialog })));
const DeleteDialog = lazy(() => import("./delete-dialog.tsx").then((all) => ({ default: all.DeleteDialog })));
const SwitchDialog = lazy(() => import("./switch-dialog.tsx").then((all) => ({ default: all.SwitchDialog })));
const PreflightDialog = lazy(() => import("./preflight-dialog.tsx").then((all) => ({ default: all.PreflightDialog })));
const TriggerDialog = lazy(() =>
  import("./trigger/trigger-dialog.tsx").then((all) => ({ default: all.TriggerDialog })),
);

export function ActHost() {
  const opened = useSyncExternalStore(subscribeActs, openedAct);
  if (opened === null) return null;
  return (
    <Suspense fallback={null}>
      <Dialog key={opened.id} request={opened.request} />
    </Suspense>
  );
}

function Dialog({ request }: Pick<OpenedAct, "request">) {
  switch (request.kind) {
    case "clear":
    case "mark":
      return <ReachDialog request={request} />;
    case "note":
      return <NoteDialog request={request} />;
    case "delete":
      return <DeleteDialog target={request.target} />;
    case "switch":
      return <SwitchDialog dagId={request.dagId} isOn={request.isOn} />;
    case "preflight":
      return <PreflightDialog dagId={request.dagId} taskId={request.taskId} />;
    case "trigger":
      return (
        <TriggerDialog dagId={request.dagId} tab={request.from === undefined ? "now" : "again"} from={request.from} />
      );
    case "backfill":
      return <TriggerDialog dagId={request.dagId} tab="backfill" from={undefined} />;
  }
}

/** What is said after an act, and how it is taken back. */
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { toast } from "../parts/toast.tsx";
import type { ReachRequest } from "./open-act.ts";
import { nameOf, type WholePreview } from "./preview.ts";
import { switchDag } from "./switch-dag.ts";

export function useActToast(): (request: ReachRequest, done: WholePreview | undefined) => void {
  const { t } = useTranslation(["acts", "states"]);
  return (request, done) => {
    const asked = done?.items.filter(({ reason }) => reason === "asked") ?? [];
    const [first] = asked;
    const count = request.kind === "clear" ? (done?.total ?? 0) : asked.length;
    const what = first === undefined ? "" : nameOf(first);
    const state = request.kind === "mark" ? t(`states:${request.state}`) : "";
    toast({ kind: "done", text: t(`acts:said.${request.kind}`, { count, what, state }) });
  };
}

export function useSwitchToast(dagId: string): (isOn: boolean) => void {
  const { t } = useTranslation("acts");
  const queries = useQueryClient();
  const read = (): Promise<unknown> =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ["dag", dagId] }),
      queries.invalidateQueries({ queryKey: ["dags"] }),
    ]);
  return (isOn) =>
    toast({
      kind: "done",
      text: t(isOn ? "said.on" : "said.off", { dag: dagId }),
      undo: () => void switchDag(dagId, !isOn).then(read),
    });
}

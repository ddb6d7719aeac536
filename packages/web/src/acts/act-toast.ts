/** What is said after an act, and how it is taken back. */
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { doCalls, previewCalls } from "./ask.ts";
import { toast } from "../parts/toast.tsx";
import type { ReachRequest } from "./open-act.ts";
import { askedIn, nameOf, type WholePreview } from "./preview.ts";
import type { Call } from "./reach.ts";
import { switchDag } from "./switch-dag.ts";
import { isStillSo, startingOf, undoCalls } from "./undo.ts";

/** @returns whether it was taken back: what has moved on since is left alone */
async function takeBack(done: WholePreview, calls: readonly Call[]): Promise<boolean> {
  const back = await previewCalls(calls);
  if (!isStillSo(done, back)) return false;
  await doCalls(calls, back.etags);
  return true;
}

export function useActToast(): (request: ReachRequest, done: WholePreview | undefined) => void {
  const { t } = useTranslation(["acts", "states"]);
  return (request, done) => {
    const first = done?.items.find(({ reason }) => reason === "asked");
    const count = done === undefined ? 0 : request.kind === "clear" ? done.total : askedIn(done);
    const what = first === undefined ? "" : nameOf(first);
    const state = request.kind === "mark" ? t(`states:${request.state}`) : "";
    const text = t(`acts:said.${request.kind}`, { count, what, state });
    const calls = request.kind === "mark" && done !== undefined ? undoCalls(done) : null;
    const names = request.kind === "mark" && done !== undefined ? startingOf(done).map(nameOf).join(", ") : "";
    if (done === undefined || calls === null)
      return toast({ kind: "done", text: names === "" ? text : `${text} ${t("acts:said.starts", { names })}` });
    const tell = (isBack: boolean): void =>
      toast(isBack ? { kind: "done", text: t("acts:said.back") } : { kind: "problem", text: t("acts:said.tooLate") });
    toast({ kind: "done", text, undo: () => void takeBack(done, calls).then(tell, () => tell(false)) });
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

/** The switch of a DAG: what begins runs at once is shown first, all else is done at once and can be taken back. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { now } from "../now.ts";
import { openAct } from "./open-act.ts";
import { needsLook, previewOfSwitch, switchDag } from "./switch-dag.ts";
import { useSwitchToast } from "./act-toast.ts";

export function useSwitch(dagId: string) {
  const queries = useQueryClient();
  const say = useSwitchToast(dagId);
  return useMutation({
    mutationFn: async (isOn: boolean): Promise<"done" | "shown"> => {
      if (isOn && needsLook(await previewOfSwitch(dagId), now())) {
        openAct({ kind: "switch", dagId, isOn });
        return "shown";
      }
      await switchDag(dagId, isOn);
      return "done";
    },
    onSuccess: (what, isOn) => {
      if (what === "done") say(isOn);
    },
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ["dag", dagId] }),
        queries.invalidateQueries({ queryKey: ["dags"] }),
      ]),
  });
}

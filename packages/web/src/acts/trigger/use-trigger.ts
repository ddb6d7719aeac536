/** What somebody has put together for a run, what it would do, and making it. */
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { client } from "../../api/client.ts";
import { isoText } from "../../format/wall.ts";
import { now } from "../../now.ts";
import { toast } from "../../parts/toast.tsx";
import { isMovedOn } from "../conflict.ts";
import { closeAct, openAct } from "../open-act.ts";
import { focusField } from "./focus-field.ts";
import type { TriggerPreview } from "./outcome.tsx";
import { firstWrong } from "./param-problems.ts";
import { changedConf, type Conf, confOf, type Entries, type ParamField } from "./params.ts";
import { bodyOf, type RunRequest, type TriggerBody, USUAL_REQUEST } from "./run-request.ts";

const SETTLE_MILLIS = 300;

async function ask(dagId: string, body: TriggerBody): Promise<TriggerPreview> {
  const asked = { action: "trigger", path: { dag_id: dagId }, body: { ...body }, limit: 1 } as const;
  return (await client.post("/api/momiji/v1/preview", { body: asked })) as TriggerPreview;
}

interface Given {
  readonly dagId: string;
  readonly fields: readonly ParamField[];
  readonly initial: Entries;
  /** What the run was given that is repeated; null: none is. */
  readonly copied: Conf | null;
}

export function useTrigger({ dagId, fields, initial, copied }: Given) {
  const [entries, setEntries] = useState(initial);
  const [request, setRequest] = useState<RunRequest>(USUAL_REQUEST);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [isBroken, setBroken] = useState(false);
  const [switchesOn, setSwitchesOn] = useState(false);
  // One moment for all that is shown of this run.
  const [opened] = useState(() => isoText(now()));
  const conf = copied === null ? confOf(entries) : changedConf(entries, initial, copied);
  const body = bodyOf(request, conf, opened);
  const wrong = firstWrong(fields, entries);
  const isDated = request.when !== "at" || request.logicalDate !== null;
  const preview = usePreview(dagId, body, wrong === undefined && !isBroken && isDated);
  const make = useMake({ dagId, body, switchesOn, onMoved: () => void preview.refetch() });
  return {
    entries,
    setEntries,
    request,
    setRequest,
    touched,
    touch: (name: string) => setTouched((old) => new Set([...old, name])),
    setBroken,
    switchesOn,
    setSwitchesOn,
    body,
    preview,
    make,
    isReady: !isBroken && isDated,
    submit: () => {
      if (wrong === undefined)
        return make.mutate(preview.isPlaceholderData || !preview.isEnabled ? undefined : preview.data?.etag);
      setTouched(new Set(fields.map(({ name }) => name)));
      focusField(wrong);
    },
  };
}

function usePreview(dagId: string, body: TriggerBody, enabled: boolean) {
  const written = JSON.stringify(body);
  const [settled] = useDebouncedValue(written, SETTLE_MILLIS);
  return useQuery({
    enabled: enabled && settled === written,
    queryKey: ["trigger-preview", dagId, settled],
    queryFn: () => ask(dagId, JSON.parse(settled) as TriggerBody),
    placeholderData: keepPreviousData,
    gcTime: 0,
    staleTime: 0,
  });
}

interface Making {
  readonly dagId: string;
  readonly body: TriggerBody;
  readonly switchesOn: boolean;
  onMoved(): void;
}

function useMake({ dagId, body, switchesOn, onMoved }: Making) {
  const { t } = useTranslation("trigger");
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async (etag: string | undefined) =>
      client.post("/api/v2/dags/{dag_id}/dagRuns", {
        params: { path: { dag_id: dagId } },
        body,
        headers: { "if-match": etag ?? (await ask(dagId, body)).etag },
      }),
    onSuccess: async ({ dag_run_id: runId }) => {
      closeAct();
      toast({ kind: "done", text: t("made", { run: runId }) });
      await navigate({ to: "/dags/$dagId/runs/$runId", params: { dagId, runId } });
      if (switchesOn) openAct({ kind: "switch", dagId, isOn: true });
    },
    onError: (error) => {
      if (isMovedOn(error)) onMoved();
    },
  });
}

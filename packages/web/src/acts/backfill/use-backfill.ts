/** A backfill that somebody puts together: its dates, what becomes of each, those that were unticked, and making it. */
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { client } from "../../api/client.ts";
import { toast } from "../../parts/toast.tsx";
import { isMovedOn } from "../conflict.ts";
import { closeAct } from "../open-act.ts";
import type { Value } from "../trigger/params.ts";
import { type BackfillBody, type BackfillPreview, bodyOf, USUAL_BACKFILL } from "./backfill-request.ts";

const SETTLE_MILLIS = 300;
const LISTED = 1000;

interface Given {
  readonly dagId: string;
  readonly zone: string;
  /** Null: as the params say. */
  readonly conf: { readonly [name: string]: Value } | null;
}

export function useBackfill({ dagId, zone, conf }: Given) {
  const [request, setRequest] = useState(USUAL_BACKFILL);
  const [unticked, setUnticked] = useState<ReadonlySet<string>>(new Set());
  const body = (exclude: ReadonlySet<string>) =>
    bodyOf(request, { dagId, zone, conf, exclude: [...exclude].toSorted() });
  const whole = usePreview(body(new Set()));
  const some = usePreview(unticked.size === 0 ? null : body(unticked));
  const exact = unticked.size === 0 ? whole : some;
  const make = useMake(() => void Promise.all([whole.refetch(), some.refetch()]));
  const wanted = body(unticked);
  return {
    request,
    setRequest,
    whole,
    exact,
    isTicked: (date: string) => !unticked.has(date),
    tick: (date: string, isOn: boolean) =>
      setUnticked((old) => new Set(isOn ? [...old].filter((each) => each !== date) : [...old, date])),
    make,
    isMoved: isMovedOn(make.error),
    confirm: () => {
      if (wanted !== null && exact.data !== undefined) make.mutate({ body: wanted, etag: exact.data.etag });
    },
  };
}

function usePreview(body: BackfillBody | null) {
  const [settled] = useDebouncedValue(body === null ? null : JSON.stringify(body), SETTLE_MILLIS);
  return useQuery({
    enabled: settled !== null && body !== null,
    queryKey: ["backfill-preview", settled],
    queryFn: async () => {
      const asked = { action: "backfill", body: JSON.parse(settled ?? "{}"), limit: LISTED } as const;
      return (await client.post("/api/momiji/v1/preview", { body: asked })) as BackfillPreview;
    },
    placeholderData: keepPreviousData,
    gcTime: 0,
    staleTime: 0,
  });
}

function useMake(onMoved: () => void) {
  const { t } = useTranslation("backfill");
  const navigate = useNavigate();
  return useMutation({
    mutationFn: ({ body, etag }: { readonly body: BackfillBody; readonly etag: string }) =>
      client.post("/api/v2/backfills", { body, headers: { "if-match": etag } }),
    onSuccess: ({ id, dag_id: dagId }) => {
      closeAct();
      toast({ kind: "done", text: t("made") });
      void navigate({ to: "/dags/$dagId/backfills/$backfillId", params: { dagId, backfillId: String(id) } });
    },
    onError: (error) => {
      if (isMovedOn(error)) onMoved();
    },
  });
}

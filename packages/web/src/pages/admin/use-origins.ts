/** Who changed which setting last, and what the environment provides. */
import type { components } from "@momiji/client";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { client } from "../../api/client.ts";

type Origins = components["schemas"]["SettingOrigins"];

export interface KnownOrigins {
  readonly changed: ReadonlyMap<string, Origins["changed"][number]>;
  readonly provided: Origins["provided"];
  readonly used: ReadonlyMap<string, Origins["used"][number]>;
}

const NOTHING: KnownOrigins = { changed: new Map(), provided: [], used: new Map() };

export function useOrigins(kind: "variables" | "connections"): KnownOrigins {
  const { data } = useQuery({
    queryKey: [kind, "origins"],
    queryFn: ({ signal }) => client.get(`/api/momiji/v1/${kind}/origins`, { signal }),
  });
  return useMemo(() => {
    if (data === undefined) return NOTHING;
    return {
      changed: new Map(data.changed.map((each) => [each.name, each])),
      provided: data.provided,
      used: new Map(data.used.map((each) => [each.name, each])),
    };
  }, [data]);
}

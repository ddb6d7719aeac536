/** What the reader may do, and in words why not. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { shellQuery } from "../api/shell-query.ts";
import { type May, missingRight, type Rightful } from "./rights.ts";

export interface Leave {
  readonly allowed: boolean;
  /** In words, for who may not; null: they may. */
  readonly reason: string | null;
}

const ALLOWED: Leave = { allowed: true, reason: null };

/**
 * Until the server has said, everything is offered: it judges each act itself.
 * @param dagId of what belongs to a DAG
 */
export function useMay(of: Rightful, may: May, dagId?: string): Leave {
  const { t } = useTranslation();
  const { data } = useQuery({ ...shellQuery, enabled: false });
  const missing = data === undefined ? null : missingRight(data, { of, may, dagId });
  if (missing === null) return ALLOWED;
  if ("dagId" in missing) return { allowed: false, reason: t("rights.dag", { dag: missing.dagId }) };
  const { permission, role } = missing;
  return {
    allowed: false,
    reason: role === null ? t("rights.missing", { permission }) : t("rights.role", { permission, role }),
  };
}

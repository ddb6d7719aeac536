/** The task instances of a run, the failed ones first. */
import { useSearch } from "@tanstack/react-router";
import { InstancesList } from "../../instances/instances-list.tsx";
import type { InstanceSearch } from "../../instances/instance-search.ts";
import type { RunTabProps } from "../run-data.ts";

export function TasksTab({ place }: RunTabProps) {
  const { state, q, group, sort }: InstanceSearch = useSearch({ strict: false });
  const search = { ...(state && { state }), ...(q && { q }), ...(group && { group }), ...(sort && { sort }) };
  return <InstancesList place={place} search={search} enabled />;
}

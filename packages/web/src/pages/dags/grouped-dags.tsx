/** The list of DAGs in groups: each says how many are in it, and reads them when it is opened. */
import { UnstyledButton } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { components } from "@momiji/client";
import { actsOn } from "../../acts/acts-on.ts";
import { DataTable } from "../../parts/table/data-table.tsx";
import { ProblemPanel } from "../../parts/problem-panel.tsx";
import { IconChevronDown, IconChevronRight } from "../../parts/icons.ts";
import { useChangeSearch } from "../../parts/table/use-change-search.ts";
import { useDagColumns } from "./dag-columns.tsx";
import { type DagGroup, type Grouping, groupsOf, searchOfGroup } from "./dag-groups.ts";
import type { DagsSearch } from "./dags-search.ts";
import styles from "./dags.module.css";
import { useDagRows } from "./use-dag-rows.ts";

interface GroupedDagsProps {
  readonly by: Grouping;
  readonly search: DagsSearch;
  readonly facets: components["schemas"]["DagFacets"];
}

export function GroupedDags({ by, search, facets }: GroupedDagsProps) {
  const { open = [] } = search;
  const change = useChangeSearch();
  const toggle = (value: string): void => {
    const others = open.filter((one) => one !== value);
    const next = others.length < open.length ? others : [...open, value];
    change({ open: next.length === 0 ? undefined : next });
  };
  return groupsOf(by, facets).map((group) => (
    <Group
      key={group.value}
      group={group}
      by={by}
      search={search}
      isOpen={open.includes(inAddress(group))}
      onToggle={() => toggle(inAddress(group))}
    />
  ));
}

/** An address keeps no empty text. */
function inAddress({ value }: DagGroup): string {
  return value === "" ? "(none)" : value;
}

interface GroupProps extends Omit<GroupedDagsProps, "facets"> {
  readonly group: DagGroup;
  readonly isOpen: boolean;
  onToggle(): void;
}

function Group({ group: { value, count }, by, search, isOpen, onToggle }: GroupProps) {
  const { t } = useTranslation("dags");
  const id = useId();
  const words = t("count", { count });
  const name = value === "" ? t(`group.none.${by}`) : value;
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <section aria-labelledby={id}>
      <h2 className={styles["group"]}>
        <UnstyledButton id={id} aria-expanded={isOpen} onClick={onToggle}>
          <Chevron size={16} aria-hidden="true" /> {name} <span className={styles["zone"]}>{words}</span>
        </UnstyledButton>
      </h2>
      {isOpen && <DagsOfGroup label={name} search={searchOfGroup(search, by, value)} />}
    </section>
  );
}

function DagsOfGroup({ label, search }: { readonly label: string; readonly search: DagsSearch }) {
  const navigate = useNavigate();
  const change = useChangeSearch();
  const columns = useDagColumns();
  const { list } = useDagRows(search, true);
  if (list.error !== null) return <ProblemPanel error={list.error} onRetry={list.retry} />;
  if (list.rows.length === 0) return null;
  return (
    <DataTable
      name="dags"
      label={label}
      columns={columns}
      cols={search.cols}
      rows={list.rows}
      total={list.total}
      keyOf={({ dag_id: id }) => id}
      nameOf={({ dag_display_name: name }) => name}
      sort={search.sort}
      onSort={(sort) => change({ sort })}
      onMore={list.onMore}
      isOld={list.isOld}
      actsOf={({ dag_id: dagId }) => actsOn({ dagId })}
      onOpen={({ dag_id: dagId }) => void navigate({ to: "/dags/$dagId", params: { dagId } })}
    />
  );
}

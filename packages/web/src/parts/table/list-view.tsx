/** A whole list: what narrows it, how many there are, its rows or why there are none, and what can be done with those that are ticked. */
import { Button } from "@mantine/core";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { agoText } from "../../format/ago.ts";
import { readInstant } from "../../format/instant.ts";
import { now } from "../../now.ts";
import { usePreferences } from "../../preferences/preferences.ts";
import { Empty } from "../panel.tsx";
import { ProblemPanel } from "../problem-panel.tsx";
import { useMoment } from "../use-moment.ts";
import { ColumnChooser } from "./column-chooser.tsx";
import { Count } from "./count.tsx";
import { DataTable, type DataTableProps } from "./data-table.tsx";
import { cleared, type Filter, isSet, onlySince, type SearchChange, type SearchValues } from "./filter.ts";
import { FilterBar } from "./filter-bar.tsx";
import { SelectionBar } from "./selection-bar.tsx";
import styles from "./table.module.css";
import type { Fresh } from "./use-fresh-list.ts";
import type { PagedList } from "./use-pages.ts";
import { WaitingBar } from "./waiting-bar.tsx";

type OfTable<Row> = Pick<
  DataTableProps<Row>,
  "name" | "label" | "columns" | "keyOf" | "nameOf" | "sort" | "selection" | "onOpen" | "actsOf" | "rowHeight"
>;

export interface ListViewProps<Row> extends OfTable<Row> {
  readonly list: PagedList<Row>;
  readonly fresh?: Fresh;
  readonly filters: readonly Filter[];
  /** The parameter that a typed text goes into. */
  readonly search?: { readonly name: string; readonly label: string };
  /** The parameters of the page's address. */
  readonly values: SearchValues;
  readonly onChange: (change: SearchChange) => void;
  /** Says a number of these things: "3 runs". */
  readonly say: (count: number) => string;
  /** Why there is nothing at all, and what could be done. */
  readonly empty: ReactNode;
  /** Beside the count. */
  readonly tools?: ReactNode;
  /** What can be done with the rows that are ticked. */
  readonly bulk?: ReactNode;
  /** Acts reach rows that are not loaded: "all that match" can be ticked. */
  readonly canPickAll?: boolean;
  /** The columns that somebody chooses are in the address (`cols`), for whoever gets it. */
  readonly sharesColumns?: boolean;
}

export function ListView<Row>(props: ListViewProps<Row>) {
  const { list, fresh, filters, search, values, onChange, selection, columns, name } = props;
  const { rows, total, first } = list;
  const cols = props.sharesColumns === true ? (values["cols"] as readonly string[] | undefined) : undefined;
  const isTicked = (selection?.count ?? 0) > 0;
  const hold = fresh?.hold;
  useEffect(() => hold?.(isTicked), [hold, isTicked]);
  return (
    <>
      <FilterBar filters={filters} values={values} onChange={onChange} {...(search === undefined ? {} : { search })}>
        {first !== undefined && <Count total={total} isMore={list.isMore} say={props.say} />}
        {props.tools}
        <ColumnChooser
          name={name}
          columns={columns}
          cols={cols}
          onCols={props.sharesColumns === true ? (ids) => onChange({ cols: ids }) : undefined}
        />
      </FilterBar>
      {list.error !== null && <Failed list={list} />}
      {first !== undefined && rows.length === 0 && <Nothing {...props} />}
      {fresh !== undefined && <WaitingBar fresh={fresh} />}
      {rows.length > 0 && (
        <DataTable
          {...props}
          cols={cols}
          rows={rows}
          total={total}
          onSort={(sort) => onChange({ sort })}
          onMore={list.onMore}
          isOld={list.isOld}
        />
      )}
      {selection !== undefined && props.bulk !== undefined && (
        <SelectionBar selection={selection} {...(props.canPickAll === true ? { total } : {})}>
          {props.bulk}
        </SelectionBar>
      )}
    </>
  );
}

/** The rows that are there stay, with their age. */
function Failed({ list: { error, at, retry } }: { readonly list: PagedList<unknown> }) {
  const { t } = useTranslation("table");
  const moment = useMoment();
  if (error === null) return null;
  return (
    <>
      <ProblemPanel error={error} onRetry={retry} />
      {at > 0 && <p className={styles["count"]}>{t("old", { time: moment(at) })}</p>}
    </>
  );
}

function Nothing<Row>({ filters, search, values, onChange, empty }: ListViewProps<Row>) {
  const { t } = useTranslation("table");
  const names = search === undefined ? [] : [search.name];
  const isSearched = names.some((name) => values[name] !== undefined);
  if (!isSearched && !filters.some((filter) => isSet(filter, values))) return <Empty>{empty}</Empty>;
  const since = isSearched ? null : onlySince(filters, values);
  return (
    <Empty>
      {since === null ? t("noneFits") : <NoneSince at={since} />}{" "}
      <Button size="compact-xs" variant="default" onClick={() => onChange(cleared(filters, names))}>
        {t(since === null ? "clearFilters" : "allTimes")}
      </Button>
    </Empty>
  );
}

/** Where a list that begins a day ago has nothing, nobody has chosen a filter. */
function NoneSince({ at }: { readonly at: string }) {
  const { t } = useTranslation("table");
  const { language } = usePreferences();
  const moment = useMoment();
  const [opened] = useState(now);
  return t("noneSince", { time: moment(at), ago: agoText(opened - (readInstant(at) ?? opened), language) });
}

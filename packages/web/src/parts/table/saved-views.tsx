/** Filters that somebody wants again, kept in their profile. */
import { ActionIcon, Button, Checkbox, Group, Popover, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { client } from "../../api/client.ts";
import { changePreferences, usePreferences } from "../../preferences/preferences.ts";
import { writeQuery } from "../../url/query.ts";
import { IconBookmark, IconX } from "../icons.ts";
import { toast } from "../toast.tsx";
import type { SearchChange, SearchValues } from "./filter.ts";
import { readViews, type SavedView, viewsOf, withoutView, withView } from "./saved-view.ts";
import styles from "./table.module.css";
import { useSetSearch } from "./use-change-search.ts";
import { useErrorText } from "../use-error-text.ts";

const VIEWS = ["me", "views"] as const;

interface SavedViewsProps {
  /** Whose views are meant: the path of the list. */
  readonly list: `/${string}`;
  readonly values: SearchValues;
}

export function SavedViews({ list, values }: SavedViewsProps) {
  const { t } = useTranslation("table");
  const [isOpened, setOpened] = useState(false);
  return (
    <Popover opened={isOpened} onChange={setOpened} position="bottom-end" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <Button
          size="compact-xs"
          fw={400}
          variant="subtle"
          color="gray"
          leftSection={<IconBookmark size={14} aria-hidden="true" />}
          onClick={() => setOpened(!isOpened)}
        >
          {t("views.label")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="sm" aria-label={t("views.saved")}>
        <Views list={list} values={values} onOpened={() => setOpened(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

interface ViewsProps extends SavedViewsProps {
  readonly onOpened: () => void;
}

/** Nobody needs them before they are looked for. */
function Views({ list, values, onOpened }: ViewsProps) {
  const { data } = useQuery({
    queryKey: VIEWS,
    queryFn: async ({ signal }) => readViews(await client.get("/api/momiji/v1/me/views", { signal })),
  });
  const save = useSaveViews();
  const { usualViews } = usePreferences();
  const set = useSetSearch();
  const all = data ?? [];
  return (
    <>
      <ViewItems
        views={viewsOf(all, list)}
        usual={usualViews[list]}
        onOpen={(search) => {
          onOpened();
          set(search);
        }}
        onRemove={({ name, search }) => {
          save.mutate(withoutView(all, { list, name }));
          if (isSame(search, usualViews[list])) changePreferences({ usualViews: without(usualViews, list) });
        }}
      />
      {data !== undefined && (
        <NewView
          onSave={(name, isUsual) => {
            save.mutate(withView(all, { name, list, search: values }));
            if (isUsual) changePreferences({ usualViews: { ...usualViews, [list]: values } });
          }}
        />
      )}
    </>
  );
}

function useSaveViews() {
  const { t } = useTranslation("table");
  const errorText = useErrorText();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (views: readonly SavedView[]) => client.put("/api/momiji/v1/me/views", { body: views as never }),
    onMutate: (views) => queries.setQueryData(VIEWS, views),
    onError: (error) => {
      toast({ kind: "problem", text: t("views.notSaved", { reason: errorText(error) }) });
      void queries.invalidateQueries({ queryKey: VIEWS });
    },
  });
}

interface ViewItemsProps {
  readonly views: readonly SavedView[];
  /** What the list opens with; undefined: with everything. */
  readonly usual: SearchValues | undefined;
  readonly onOpen: (search: SearchChange) => void;
  readonly onRemove: (view: SavedView) => void;
}

function ViewItems({ views, usual, onOpen, onRemove }: ViewItemsProps) {
  const { t } = useTranslation("table");
  if (views.length === 0) return <p className={styles["count"]}>{t("views.none")}</p>;
  return (
    <div className={styles["options"]} role="group" aria-label={t("views.saved")}>
      {views.map((view) => (
        <div key={view.name} className={styles["option"]}>
          <Button
            size="compact-xs"
            fw={400}
            variant="subtle"
            title={writeQuery(view.search)}
            onClick={() => onOpen(view.search)}
          >
            {isSame(view.search, usual) ? t("views.isUsual", { name: view.name }) : view.name}
          </Button>
          <ActionIcon
            size="sm"
            variant="subtle"
            color="gray"
            aria-label={t("views.remove", { name: view.name })}
            onClick={() => onRemove(view)}
          >
            <IconX size={14} aria-hidden="true" />
          </ActionIcon>
        </div>
      ))}
    </div>
  );
}

function isSame(search: SearchValues, other: SearchValues | undefined): boolean {
  return other !== undefined && writeQuery(search) === writeQuery(other);
}

function without<Value>(all: { readonly [name: string]: Value }, name: string): { readonly [name: string]: Value } {
  const { [name]: _, ...others } = all;
  return others;
}

function NewView({ onSave }: { readonly onSave: (name: string, isUsual: boolean) => void }) {
  const { t } = useTranslation("table");
  const [name, setName] = useState("");
  const [isUsual, setUsual] = useState(false);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === "") return;
        onSave(name.trim(), isUsual);
        setName("");
      }}
    >
      <Group gap="xs" mt="sm" wrap="nowrap" align="end">
        <TextInput
          size="xs"
          label={t("views.name")}
          maxLength={80}
          required
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <Button size="xs" type="submit" variant="default" flex="none">
          {t("views.save")}
        </Button>
      </Group>
      <Checkbox
        size="xs"
        mt="xs"
        label={t("views.usual")}
        checked={isUsual}
        onChange={({ currentTarget }) => setUsual(currentTarget.checked)}
      />
    </form>
  );
}

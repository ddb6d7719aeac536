/** Takes the list as it is filtered away as a file. */
import { Button, Menu } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { IconDownload } from "../icons.ts";
import { toast } from "../toast.tsx";
import type { Column } from "./column.ts";
import { csvOf, jsonOf } from "./export-file.ts";
import type { ListPage } from "./use-pages.ts";
import { useErrorText } from "../use-error-text.ts";

interface ExportMenuProps<Row> {
  /** Of the file. */
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  /** @param from `next` of the page before; empty: the first */
  readonly read: (from: string) => Promise<ListPage<Row>>;
}

/** More rows are a matter for the API. */
const MOST = 10_000;

export function ExportMenu<Row>({ name, columns, read }: ExportMenuProps<Row>) {
  const { t } = useTranslation("table");
  const errorText = useErrorText();
  const [seen, setSeen] = useState(0);
  const save = useMutation({
    mutationFn: async (kind: "csv" | "json") => {
      const { rows, isCut } = await readAll(read, setSeen);
      const text = kind === "csv" ? csvOf(rows, columns) : jsonOf(rows);
      download(`${name}.${kind}`, text, kind === "csv" ? "text/csv" : "application/json");
      if (isCut) toast({ kind: "note", text: t("export.cut", { count: rows.length }) });
    },
    onError: (error) => toast({ kind: "problem", text: errorText(error) }),
    onSettled: () => setSeen(0),
  });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          size="compact-xs"
          fw={400}
          variant="subtle"
          color="gray"
          loading={save.isPending}
          leftSection={<IconDownload size={14} aria-hidden="true" />}
        >
          {seen > 0 ? t("export.reading", { count: seen }) : t("export.label")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(["csv", "json"] as const).map((kind) => (
          <Menu.Item key={kind} onClick={() => save.mutate(kind)}>
            {t(`export.${kind}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

async function readAll<Row>(
  read: ExportMenuProps<Row>["read"],
  onSeen: (count: number) => void,
): Promise<{ readonly rows: readonly Row[]; readonly isCut: boolean }> {
  const rows: Row[] = [];
  let from: string | null = "";
  while (from !== null && rows.length < MOST) {
    const page: ListPage<Row> = await read(from);
    rows.push(...page.rows);
    from = page.next;
    onSeen(rows.length);
  }
  return { rows, isCut: from !== null };
}

function download(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

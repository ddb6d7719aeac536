/** Which fields of lines of JSON are shown beside their messages. */
import { Button, Menu } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { IconCheck } from "../../../parts/icons.ts";
import { readJsonLine } from "./json-line.ts";
import { fieldsOf, type LogLook } from "./log-look.ts";
import type { OpenLog } from "./open-log.ts";

interface FieldPickerProps {
  readonly log: OpenLog;
  readonly count: number;
  readonly look: LogLook;
  onLook(change: LogLook): void;
}

/** Lines at both ends in which fields are looked for. */
const LOOKED_AT = 200;

export function FieldPicker({ log, count, look, onLook }: FieldPickerProps) {
  const { t } = useTranslation("task");
  const names = useMemo(() => fieldNames(log, count), [log, count]);
  const fields = fieldsOf(look);
  if (names.length === 0 && look.fields === undefined) return null;
  const isShown = (name: string): boolean => fields === "all" || (fields !== "raw" && fields.includes(name));
  const toggle = (name: string): void => {
    const shown = names.filter((each) => (each === name ? !isShown(each) : isShown(each)));
    onLook({ fields: shown.length === names.length ? undefined : shown.length === 0 ? "," : shown.join(",") });
  };
  return (
    <Menu position="bottom-start" closeOnItemClick={false}>
      <Menu.Target>
        <Button size="compact-xs" variant={fields === "all" ? "default" : "light"}>
          {t("log.fields")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          role="menuitemcheckbox"
          aria-checked={fields === "raw"}
          rightSection={fields === "raw" ? <IconCheck size={14} aria-hidden="true" /> : null}
          onClick={() => onLook({ fields: fields === "raw" ? undefined : "raw" })}
        >
          {t("log.rawJson")}
        </Menu.Item>
        <Menu.Divider />
        {names.map((name) => (
          <Menu.Item
            key={name}
            role="menuitemcheckbox"
            aria-checked={isShown(name)}
            rightSection={isShown(name) ? <IconCheck size={14} aria-hidden="true" /> : null}
            onClick={() => toggle(name)}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function fieldNames(log: OpenLog, count: number): readonly string[] {
  const names = new Set<string>();
  const look = (number: number): void => {
    for (const [name] of readJsonLine(log.known(number)?.m ?? "")?.fields ?? []) names.add(name);
  };
  for (let at = 0; at < LOOKED_AT; at++) {
    look(at + 1);
    look(count - at);
  }
  return [...names].toSorted();
}

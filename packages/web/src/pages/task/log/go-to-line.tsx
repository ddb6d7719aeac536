/** Leads to a line, or several, by number: `120`, `120-131`. */
import { TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type LineRange, readLineRange } from "./line-range.ts";

interface GoToLineProps {
  readonly last: number;
  onLine(range: LineRange): void;
}

export function GoToLine({ last, onLine }: GoToLineProps) {
  const { t } = useTranslation("task");
  const [text, setText] = useState("");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const range = readLineRange(text.trim());
        if (range !== null) onLine({ from: Math.min(range.from, last), to: Math.min(range.to, last) });
      }}
    >
      <TextInput
        size="xs"
        w={90}
        aria-label={t("log.goTo")}
        placeholder={t("log.goToHint")}
        inputMode="numeric"
        value={text}
        onChange={({ currentTarget: { value } }) => setText(value)}
      />
    </form>
  );
}

/** The answers that there are, none of them chosen; the fields of the form, and a comment. */
import { Checkbox, Group, Textarea } from "@mantine/core";
import type { UseMutationResult } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { focusField } from "../../acts/trigger/focus-field.ts";
import { ParamInput } from "../../acts/trigger/param-field.tsx";
import { firstWrong } from "../../acts/trigger/param-problems.ts";
import { confOf, type Entries, entriesOf, fieldsOf, type ParamField, sectionsOf } from "../../acts/trigger/params.ts";
import { useRefusal } from "../../acts/use-refusal.ts";
import { GuardedButton } from "../../parts/guarded.tsx";
import { paramsOf, type Question } from "./question.ts";
import styles from "./inbox.module.css";
import type { Answer } from "./use-question.ts";

interface AnswerFormProps {
  readonly question: Question;
  readonly answer: UseMutationResult<void, Error, Answer>;
}

export function AnswerForm({ question, answer }: AnswerFormProps) {
  const { t } = useTranslation("hitl");
  const params = paramsOf(question);
  const fields = fieldsOf(params);
  const [entries, setEntries] = useState(() => entriesOf(params));
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [comment, setComment] = useState("");
  const refusal = useRefusal("hitl", [question.task_instance.dag_id]);
  const touch = (name: string): void => setTouched((old) => new Set([...old, name]));
  const send = (options: readonly string[]): void => {
    const wrong = firstWrong(fields, entries);
    if (wrong === undefined) return answer.mutate({ options, inputs: confOf(entries), comment });
    setTouched(new Set(fields.map(({ name }) => name)));
    focusField(wrong);
  };
  return (
    <div className={styles["form"]}>
      <Inputs fields={fields} entries={entries} touched={touched} onChange={setEntries} onTouch={touch} />
      <Textarea
        size="xs"
        label={t("comment")}
        description={t("commentHint")}
        autosize
        minRows={1}
        maxRows={5}
        maxLength={1000}
        value={comment}
        onChange={({ currentTarget: { value } }) => setComment(value)}
      />
      {question.multiple ? (
        <Several question={question} refusal={refusal} isPending={answer.isPending} onSend={send} />
      ) : (
        <One question={question} refusal={refusal} isPending={answer.isPending} onSend={send} />
      )}
    </div>
  );
}

interface InputsProps {
  readonly fields: readonly ParamField[];
  readonly entries: Entries;
  readonly touched: ReadonlySet<string>;
  onChange(entries: Entries): void;
  onTouch(name: string): void;
}

function Inputs({ fields, entries, touched, onChange, onTouch }: InputsProps) {
  return sectionsOf(fields).map(([section, all]) => (
    <fieldset key={section}>
      {section !== null && <legend>{section}</legend>}
      {all.map((field) => (
        <ParamInput
          key={field.name}
          field={field}
          entry={entries[field.name]}
          isTouched={touched.has(field.name)}
          onChange={(entry) => onChange({ ...entries, [field.name]: entry })}
          onTouch={() => onTouch(field.name)}
        />
      ))}
    </fieldset>
  ));
}

interface OptionsProps {
  readonly question: Question;
  readonly refusal: string | null;
  readonly isPending: boolean;
  onSend(options: readonly string[]): void;
}

/** Each option answers by itself. */
function One({ question: { options, defaults }, refusal, isPending, onSend }: OptionsProps) {
  const { t } = useTranslation("hitl");
  return (
    <Group gap="xs" role="group" aria-label={t("options")}>
      {options.map((option) => (
        <GuardedButton
          key={option}
          reason={refusal}
          className={styles["option"] ?? ""}
          size="compact-md"
          variant="default"
          loading={isPending}
          onClick={() => onSend([option])}
        >
          <span data-option>{defaults?.includes(option) === true ? t("isDefault", { option }) : option}</span>
        </GuardedButton>
      ))}
    </Group>
  );
}

function Several({ question: { options, defaults }, refusal, isPending, onSend }: OptionsProps) {
  const { t } = useTranslation("hitl");
  const [chosen, setChosen] = useState<string[]>([]);
  return (
    <>
      <Checkbox.Group label={t("options")} size="xs" value={chosen} onChange={setChosen}>
        <Group gap="md" my="xs">
          {options.map((option) => (
            <Checkbox
              key={option}
              size="xs"
              value={option}
              label={defaults?.includes(option) === true ? t("isDefault", { option }) : option}
            />
          ))}
        </Group>
      </Checkbox.Group>
      <GuardedButton
        variant="default"
        reason={refusal ?? (chosen.length === 0 ? t("chooseFirst") : null)}
        loading={isPending}
        onClick={() => onSend(chosen)}
      >
        {t("answer")}
      </GuardedButton>
    </>
  );
}

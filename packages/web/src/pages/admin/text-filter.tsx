/** What is typed narrows the list, and stands in the address. */
import { TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";

interface TextFilterProps {
  readonly label: string;
  readonly value: string;
  /** Of the address. */
  readonly name: string;
}

const TYPING_MILLIS = 150;

export function TextFilter({ label, value, name }: TextFilterProps) {
  const navigate = useNavigate();
  const [typed, setTyped] = useState(value);
  const written = useRef(value);
  useEffect(() => {
    // Another link was followed, or the way back: not what was typed here.
    if (value !== written.current) setTyped(value);
    written.current = value;
  }, [value]);
  const filter = useDebouncedCallback((text: string) => {
    written.current = text;
    const search = (before: object) => ({ ...before, [name]: text === "" ? undefined : text });
    void navigate({ to: ".", search, replace: true });
  }, TYPING_MILLIS);
  return (
    <TextInput
      size="xs"
      type="search"
      w={220}
      aria-label={label}
      placeholder={label}
      value={typed}
      onChange={({ currentTarget: { value: text } }) => {
        setTyped(text);
        filter(text);
      }}
    />
  );
}

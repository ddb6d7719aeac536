/** Keys for components: as long as one is shown, its keys work, and those of what was shown last come first. */
import { useEffect, useEffectEvent, useSyncExternalStore } from "react";
import { preferences } from "../preferences/preferences.ts";
import { isSingle, type Key, keyOf } from "./keys.ts";

type Bound = { readonly [key in Key]?: (() => void) | undefined };

interface Binding {
  readonly keys: readonly Key[];
  press(key: Key): void;
}

const PAIR_MILLIS = 1000;

let bindings: readonly Binding[] = [];
let before: { readonly key: string; readonly timer: ReturnType<typeof setTimeout> } | null = null;
let pressable: readonly Key[] = [];
const listeners = new Set<() => void>();

function change(to: readonly Binding[]): void {
  bindings = to;
  pressable = [...new Set(to.flatMap(({ keys }) => keys))];
  for (const tell of listeners) tell();
}

function takeFirst(): string | null {
  if (before === null) return null;
  clearTimeout(before.timer);
  const { key } = before;
  before = null;
  return key;
}

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.repeat) return;
  const pressed = keyOf(event, takeFirst());
  if (pressed === null) return;
  const isIdle = !isTyping(event.target) && preferences().singleKeys;
  if (typeof pressed === "object") {
    if (isIdle) before = { key: pressed.first, timer: setTimeout(takeFirst, PAIR_MILLIS) };
    return;
  }
  if (isSingle(pressed) && (!isIdle || isBehindDialog(event.target))) return;
  if (pressed === "Escape" && (isTyping(event.target) || isBehindDialog(event.target))) return;
  const binding = bindings.findLast(({ keys }) => keys.includes(pressed));
  if (binding === undefined) return;
  event.preventDefault();
  binding.press(pressed);
}

/** No key of ours works where one writes. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest(
      'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"], [role="textbox"]',
    ) !== null
  );
}

/** A dialog or a menu is open, or was until this key closed it: the page behind it is out of reach. */
function isBehindDialog(target: EventTarget | null): boolean {
  return (
    document.querySelector('[aria-modal="true"]') !== null ||
    (target instanceof Element && target.closest('[role="dialog"], [role="menu"], [role="listbox"]') !== null)
  );
}

/** @param bound by key; undefined: not now */
export function useKeys(bound: Bound): void {
  const press = useEffectEvent((key: Key) => bound[key]?.());
  const names = (Object.keys(bound) as Key[]).filter((key) => bound[key] !== undefined).join("\n");
  useEffect(() => {
    const binding: Binding = { keys: names === "" ? [] : (names.split("\n") as Key[]), press: (key) => press(key) };
    if (bindings.length === 0) document.addEventListener("keydown", onKey);
    change([...bindings, binding]);
    return () => {
      change(bindings.filter((each) => each !== binding));
      if (bindings.length === 0) document.removeEventListener("keydown", onKey);
    };
  }, [names]);
}

/** The keys that do something on the page that is shown. */
export function usePressable(): readonly Key[] {
  return useSyncExternalStore(subscribe, () => pressable);
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

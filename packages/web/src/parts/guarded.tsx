/** Controls that may be out of reach: they stay where they are, can be focused, and say why they do nothing. */
import { ActionIcon, Button, type ButtonProps, Menu, type MenuItemProps, Tooltip } from "@mantine/core";
import { type MouseEvent, type ReactNode, useId } from "react";

interface Guard {
  /** In words, why not; null: it works. Such as `useMay(...).reason`. */
  readonly reason: string | null;
  onClick(event: MouseEvent<HTMLButtonElement>): void;
}

function useGuard({ reason, onClick }: Guard) {
  const id = useId();
  if (reason === null) return { why: null, own: { onClick } };
  const own = {
    "aria-disabled": true,
    "aria-describedby": id,
    "data-disabled": true,
    onClick: (event: MouseEvent<HTMLButtonElement>) => event.preventDefault(),
  } as const;
  return { why: <Why id={id} text={reason} />, own };
}

/** Beside the control, so that its name stays its own. */
function Why({ id, text }: { readonly id: string; readonly text: string }) {
  return (
    <span id={id} className="visually-hidden">
      {text}
    </span>
  );
}

interface GuardedButtonProps extends Guard, Omit<ButtonProps, "disabled" | "onClick"> {
  readonly children: ReactNode;
}

export function GuardedButton({ reason, onClick, ...props }: GuardedButtonProps) {
  const { why, own } = useGuard({ reason, onClick });
  return (
    <>
      {/* Hidden, not off: one that is off does not see the pointer come, which may be there before the rights are. */}
      <Tooltip label={reason} display={reason === null ? "none" : "block"} multiline maw={320} events={TOUCHED}>
        <Button {...props} {...own} />
      </Tooltip>
      {why}
    </>
  );
}

interface GuardedIconProps extends Guard {
  /** What it does: its name, and its tooltip while it works. */
  readonly label: string;
  readonly loading?: boolean;
  readonly size?: "sm" | "md" | "lg";
  /** The icon. */
  readonly children: ReactNode;
}

export function GuardedIcon({ reason, onClick, label, loading = false, size = "md", children }: GuardedIconProps) {
  const { why, own } = useGuard({ reason, onClick });
  return (
    <>
      <Tooltip label={reason ?? label} multiline maw={320} events={TOUCHED}>
        <ActionIcon variant="subtle" color="gray" size={size} loading={loading} aria-label={label} {...own}>
          {children}
        </ActionIcon>
      </Tooltip>
      {why}
    </>
  );
}

interface GuardedItemProps extends Guard, Omit<MenuItemProps, "disabled" | "onClick"> {
  readonly children: ReactNode;
}

/** In a menu the reason stands below the words: there is room, and nothing to hover. */
export function GuardedItem({ reason, onClick, children, ...props }: GuardedItemProps) {
  const { why, own } = useGuard({ reason, onClick });
  return (
    <>
      <Menu.Item {...props} {...own} {...(reason === null ? {} : { closeMenuOnClick: false, title: reason })}>
        {children}
      </Menu.Item>
      {why}
    </>
  );
}

const TOUCHED = { hover: true, focus: true, touch: true };

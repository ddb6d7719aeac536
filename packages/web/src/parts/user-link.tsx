/** A link that users wrote: another server is named beside it, and what is no address stays text. */
import type { ReactNode } from "react";
import { linkTarget } from "./link-target.ts";

interface UserLinkProps {
  readonly href: string | undefined;
  readonly children: ReactNode;
}

export function UserLink({ href = "", children }: UserLinkProps) {
  const target = linkTarget(href, window.location.origin);
  if (target === null) return <span>{children}</span>;
  if (target.host === null) return <a href={target.href}>{children}</a>;
  return (
    <a href={target.href} target="_blank" rel="noopener noreferrer">
      {children} <span className="quiet-host">({target.host})</span>
    </a>
  );
}

/** The Markdown of the documentation: its links lead to its other pages, its headings can be linked to. */
import { Link } from "@tanstack/react-router";
import { isValidElement, type ReactNode, useEffect, useMemo } from "react";
import ReactMarkdown, { type Components } from "react-markdown";
import remarkGfm from "remark-gfm";
import { UserLink } from "../../parts/user-link.tsx";
import { docPlace, slugOf } from "./doc-link.ts";
import styles from "./help.module.css";

interface DrawnDocProps {
  readonly text: string;
  /** Of the page, see `helpFile`. */
  readonly name: string;
  /** The heading that is wanted; empty: the top. */
  readonly hash: string;
}

export function DrawnDoc({ text, name, hash }: DrawnDocProps) {
  const components = useMemo(() => componentsOf(name), [name]);
  // The router has looked for the heading before there was a page.
  useEffect(() => document.getElementById(hash)?.scrollIntoView(), [text, hash]);
  return (
    <div className={styles["doc"]} lang="en">
      <ReactMarkdown remarkPlugins={[remarkGfm]} components={components} urlTransform={(url) => url}>
        {text}
      </ReactMarkdown>
    </div>
  );
}

function componentsOf(name: string): Components {
  return {
    a: ({ href = "", children }) => {
      const place = docPlace(href, name);
      if (place !== null)
        return (
          <Link to="/help/$" params={{ _splat: place.name }} {...(place.hash === "" ? {} : { hash: place.hash })}>
            {children}
          </Link>
        );
      // What else is relative stands beside the documentation in the project, and is not here.
      return /^https?:/.test(href) ? <UserLink href={href}>{children}</UserLink> : <span>{children}</span>;
    },
    img: ({ alt }) => <span>{alt}</span>,
    h1: ({ children }) => <h1 id={slugOf(textOf(children))}>{children}</h1>,
    h2: ({ children }) => <h2 id={slugOf(textOf(children))}>{children}</h2>,
    h3: ({ children }) => <h3 id={slugOf(textOf(children))}>{children}</h3>,
    h4: ({ children }) => <h4 id={slugOf(textOf(children))}>{children}</h4>,
    // What is wider than the page is moved by itself, by the keyboard too.
    pre: ({ children }) => <pre tabIndex={0}>{children}</pre>,
    table: ({ children }) => (
      <div className={styles["wide"]} tabIndex={0}>
        <table>{children}</table>
      </div>
    ),
  };
}

function textOf(node: ReactNode): string {
  if (typeof node === "string" || typeof node === "number") return String(node);
  if (Array.isArray(node)) return node.map(textOf).join("");
  return isValidElement<{ readonly children?: ReactNode }>(node) ? textOf(node.props.children) : "";
}

/** Loaded with the first text that needs it. */
import ReactMarkdown, { type Components } from "react-markdown";
import remarkGfm from "remark-gfm";
import styles from "./markdown.module.css";
import { UserLink } from "./user-link.tsx";

const COMPONENTS: Components = {
  a: ({ href, children }) => <UserLink href={href}>{children}</UserLink>,
  // A picture would be asked for elsewhere, and tell who reads.
  img: ({ src, alt }) => <UserLink href={typeof src === "string" ? src : undefined}>{alt ?? ""}</UserLink>,
  // The page has its own first headings.
  h1: ({ children }) => <h3>{children}</h3>,
  h2: ({ children }) => <h4>{children}</h4>,
  // Moved by itself where it is wider than its place, by the keyboard too.
  table: ({ children }) => (
    <div className={styles["wide"]} tabIndex={0}>
      <table>{children}</table>
    </div>
  ),
};

export default function DrawnMarkdown({ text }: { readonly text: string }) {
  return (
    <div className={styles["markdown"]}>
      <ReactMarkdown remarkPlugins={[remarkGfm]} components={COMPONENTS} urlTransform={(url) => url}>
        {text}
      </ReactMarkdown>
    </div>
  );
}

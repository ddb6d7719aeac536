/** The title of the tab, as long as the page is shown. */
import { useEffect } from "react";

export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Momiji`;
  }, [title]);
}

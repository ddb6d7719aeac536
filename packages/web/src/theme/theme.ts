/** The component kit in our visual language: flat, dense, system fonts. */
import { createTheme } from "@mantine/core";

const FONT = "var(--font-ui)";

export const theme = createTheme({
  fontFamily: FONT,
  fontFamilyMonospace: "var(--font-mono)",
  headings: { fontFamily: FONT, fontWeight: "600" },
  primaryColor: "blue",
  defaultRadius: 4,
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    Tooltip: { defaultProps: { openDelay: 100, withArrow: false } },
    Modal: { defaultProps: { radius: 4, transitionProps: { duration: 0 } } },
    Menu: { defaultProps: { transitionProps: { duration: 0 } } },
  },
});

/** The policy of the page allows styles that carry what the server wrote into it. */
export function nonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? "";
}

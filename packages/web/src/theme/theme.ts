/** The component kit in our visual language: flat, dense, system fonts. */
import { createTheme } from "@mantine/core";

const FONT = "var(--font-ui)";

/** Around `--accent`, lightest first. */
const ACCENT = [
  "#ddf4ff",
  "#b6e3ff",
  "#80ccff",
  "#58a6ff",
  "#388bfd",
  "#218bff",
  "#0969da",
  "#1a63c4",
  "#0550ae",
  "#033d8b",
] as const;

/** From `--ink` to below `--ground` of the dark theme: the kit's fields and buttons on our ground. */
const DARK = [
  "#e6edf3",
  "#c9d1d9",
  "#9198a1",
  "#848d97",
  "#2b323b",
  "#21262d",
  "#161b22",
  "#0f1419",
  "#0b0f14",
  "#080b0f",
] as const;

export const theme = createTheme({
  fontFamily: FONT,
  fontFamilyMonospace: "var(--font-mono)",
  headings: { fontFamily: FONT, fontWeight: "600" },
  colors: { accent: ACCENT, dark: DARK },
  primaryColor: "accent",
  // White words on either are readable (WCAG AA).
  primaryShade: { light: 6, dark: 7 },
  defaultRadius: 4,
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    Tooltip: { defaultProps: { openDelay: 100, withArrow: false } },
    // What would lock it writes a style without the nonce; base.css does it.
    Modal: { defaultProps: { radius: 4, lockScroll: false, transitionProps: { duration: 0 } } },
    Drawer: { defaultProps: { lockScroll: false } },
    Menu: { defaultProps: { transitionProps: { duration: 0 } } },
  },
});

/** The policy of the page allows styles that carry what the server wrote into it. */
export function nonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? "";
}

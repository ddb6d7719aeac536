/** Starts the interface in the browser. */
import { MantineProvider } from "@mantine/core";
import "@mantine/core/styles.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode, useEffect } from "react";
import { createRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { queryClient } from "./api/query-client.ts";
import { createI18n } from "./i18n/i18n.ts";
import { endFirst } from "./live/begin.ts";
import { preferences, usePreferences } from "./preferences/preferences.ts";
import { router } from "./router.ts";
import "./theme/base.css";
import "./theme/phone.css";
import { nonce, theme } from "./theme/theme.ts";
import "./theme/tokens.css";

// Dialogs keep the page behind them from scrolling by a style tag, which asks here for what the policy of the page allows.
Object.assign(globalThis, { __webpack_nonce__: nonce() });

// The page is there before anything is drawn: where React draws a gap first, it fills it 300 ms later at the earliest.
const [words] = await Promise.all([createI18n(preferences().language), router.load()]);

function App() {
  const { language, theme: scheme } = usePreferences();
  useEffect(endFirst, []);
  useEffect(() => {
    document.documentElement.lang = language;
    if (words.language !== language)
      void import("./i18n/change-language.ts").then(({ change }) => change(words, language));
  }, [language]);
  return (
    <I18nextProvider i18n={words}>
      <MantineProvider
        theme={theme}
        getStyleNonce={nonce}
        {...(scheme === "auto" ? { defaultColorScheme: "auto" as const } : { forceColorScheme: scheme })}
      >
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </I18nextProvider>
  );
}

const place = document.querySelector("#app");
if (place === null) throw new Error("the page has no #app");
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

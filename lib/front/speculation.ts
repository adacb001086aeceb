import type { IncomingMessage } from "node:http";
import { locales } from "@/lib/i18n/locales";

/** Where browsers read which links they may fetch before they are followed. */
export const speculationRulesPath = "/speculation-rules.json";

/** Beneath a language, what is for one reader, has scripts, or is no page. */
const left = [
  ...["/join", "/join/*", "/endorse/ask", "/endorse/ask/*", "/applications/*", "/endorsements/*"],
  "/membership/*",
  "/city-page",
  "/city-page/*",
  ...["/card", "/card/*", "/embed/*", "/feeds/*", "/events/*", "/*.*"],
];

/** Pages that are the same for all, once a reader points at their link for a moment. */
export const speculationRules = JSON.stringify({
  prefetch: [
    {
      where: {
        and: [
          { href_matches: locales.flatMap((locale) => [`/${locale}`, `/${locale}/*`]) },
          { not: { href_matches: [...left.map((path) => `/*${path}`), "/*\\?(.+)"] } },
        ],
      },
      eagerness: "moderate",
    },
  ],
});

/** A browser fetches for nobody yet: nothing that is for one reader may be made or done for it. */
export const isPrefetch = ({ headers }: Pick<IncomingMessage, "headers">): boolean =>
  /\bprefetch\b/.test(String(headers["sec-purpose"] ?? headers.purpose ?? ""));

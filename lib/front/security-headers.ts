import { createHash, randomBytes } from "node:crypto";
import type { ServerResponse } from "node:http";
import { frameStyle } from "@/lib/embed/frame-style";
import { loader } from "@/lib/front/markup/scripts-on-demand";

const always = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "strict-origin-when-cross-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": [
    "accelerometer",
    "autoplay",
    "browsing-topics",
    "camera",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "geolocation",
    "gyroscope",
    "hid",
    "identity-credentials-get",
    "idle-detection",
    "interest-cohort",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "picture-in-picture",
    "publickey-credentials-get",
    "screen-wake-lock",
    "serial",
    "storage-access",
    "usb",
    "xr-spatial-tracking",
  ]
    .map((feature) => `${feature}=()`)
    .join(", "),
};

export const generalHeaders = (isBehindTls: boolean): Record<string, string> => ({
  ...always,
  ...(isBehindTls && { "strict-transport-security": "max-age=63072000; includeSubDomains" }),
});

/** What is public and no page, such as data, feeds and pictures: other sites read and show it. */
export const sharedHeaders = {
  "cross-origin-resource-policy": "cross-origin",
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "ETag",
};

export function setSharedHeaders(response: ServerResponse): void {
  for (const [name, value] of Object.entries(sharedHeaders)) response.setHeader(name, value);
}

/** What a browser wants to hear before it sends another site's conditional request. */
export const preflightHeaders = {
  "access-control-allow-methods": "GET, HEAD",
  "access-control-allow-headers": "If-None-Match",
  "access-control-max-age": "86400",
};

// `connect-src`: tools that inspect a page, such as Lighthouse, fetch robots.txt in its name.
const opened = [
  "default-src 'none'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
];

export type Policies = {
  /** @param styles the text of the page's style elements */
  scriptless: (styles: readonly string[]) => string;
  /** What other sites may put into a frame. */
  framed: string;
  /** The endorsement form: only the site's own scripts, which it has only under attack. */
  inlineScript: (styles: readonly string[]) => string;
  /** Previews of mails, whose styles are inline. */
  preview: string;
  scripted: (nonce: string) => string;
  /** The join form as it is first seen: its loader, and what that fetches. */
  onDemand: (styles: readonly string[]) => string;
  /** A browser that shows it all the same lets it do nothing. */
  foreignFile: string;
};

export function policiesFor(
  scripts: Iterable<string>,
  { isDevelopment }: { isDevelopment: boolean },
): Policies {
  const hashesOf = (texts: Iterable<string>) =>
    [...texts].map((text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`);
  const ownScripts = hashesOf(scripts);
  const toolStyles = isDevelopment ? ["'unsafe-inline'"] : [];
  const toolScripts = isDevelopment ? ["'unsafe-eval'"] : [];
  const withStyles = (...sources: string[]) => [
    ...opened,
    ["style-src 'self'", ...sources].join(" "),
  ];
  return {
    foreignFile: "sandbox; default-src 'none'",
    scriptless: (styles) => withStyles(...hashesOf(styles)).join("; "),
    framed: [
      "default-src 'none'",
      ["style-src", ...hashesOf([frameStyle])].join(" "),
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors *",
    ].join("; "),
    inlineScript: (styles) =>
      [
        ...withStyles(...hashesOf(styles)),
        ...(ownScripts.length > 0 ? [["script-src", ...ownScripts].join(" ")] : []),
      ].join("; "),
    preview: withStyles("'unsafe-inline'").join("; "),
    onDemand: (styles) =>
      [
        ...withStyles(...hashesOf(styles)),
        ["script-src", ...hashesOf([loader]), "'strict-dynamic'"].join(" "),
      ].join("; "),
    scripted: (nonce) =>
      [
        ...withStyles(...toolStyles),
        [`script-src 'nonce-${nonce}' 'strict-dynamic'`, ...toolScripts].join(" "),
      ].join("; "),
  };
}

export const newNonce = (): string => randomBytes(16).toString("base64");

import { createHash, randomBytes } from "node:crypto";

const always = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "strict-origin-when-cross-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": [
    ...[
      "accelerometer",
      "autoplay",
      "browsing-topics",
      "camera",
      "display-capture",
      "encrypted-media",
      "fullscreen",
      "geolocation",
      "gyroscope",
    ],
    ...[
      "hid",
      "identity-credentials-get",
      "idle-detection",
      "interest-cohort",
      "magnetometer",
      "microphone",
      "midi",
      "payment",
      "picture-in-picture",
    ],
    ...[
      "publickey-credentials-get",
      "screen-wake-lock",
      "serial",
      "storage-access",
      "usb",
      "xr-spatial-tracking",
    ],
  ]
    .map((feature) => `${feature}=()`)
    .join(", "),
};

/** On every answer. `isBehindTls`: the public address begins with https. */
export const generalHeaders = (isBehindTls: boolean): Record<string, string> => ({
  ...always,
  ...(isBehindTls && { "strict-transport-security": "max-age=63072000; includeSubDomains" }),
});

/** On the pictures of pages, which other sites show beside a link. */
export const pictureHeaders = { "cross-origin-resource-policy": "cross-origin" };

// Nothing connects where nothing runs; what inspects a page, such as Lighthouse, asks for
// robots.txt in its name.
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

/** What each kind of page may do. */
export type Policies = {
  /** Pages without scripts: nothing may run. */
  scriptless: string;
  /**
   * The form of an ask: nothing may run but the site's own scripts, of which there are none but
   * under attack.
   */
  inlineScript: string;
  /** The mails' previews, which carry their styles inside as mails must. */
  preview: string;
  /** Pages with scripts: only those that carry this answer's nonce, and what these load. */
  scripted: (nonce: string) => string;
};

/**
 * @param styleSheets the texts of those that may stand inside a page
 * @param scripts the same of scripts
 * @param options isDevelopment: Next's tools evaluate scripts and bring styles of their own
 */
export function policiesFor(
  styleSheets: Iterable<string>,
  scripts: Iterable<string>,
  { isDevelopment }: { isDevelopment: boolean },
): Policies {
  const hashesOf = (texts: Iterable<string>) =>
    [...texts].map((text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`);
  const styles = hashesOf(styleSheets);
  const ownScripts = hashesOf(scripts);
  const toolStyles = isDevelopment ? ["'unsafe-inline'"] : [];
  const toolScripts = isDevelopment ? ["'unsafe-eval'"] : [];
  const withStyles = (...sources: string[]) => [
    ...opened,
    ["style-src 'self'", ...sources].join(" "),
  ];
  return {
    scriptless: withStyles(...styles).join("; "),
    inlineScript: [
      ...withStyles(...styles),
      ...(ownScripts.length > 0 ? [["script-src", ...ownScripts].join(" ")] : []),
    ].join("; "),
    preview: withStyles("'unsafe-inline'").join("; "),
    scripted: (nonce) =>
      [
        ...withStyles(...toolStyles),
        [`script-src 'nonce-${nonce}' 'strict-dynamic'`, ...toolScripts].join(" "),
      ].join("; "),
  };
}

export const newNonce = (): string => randomBytes(16).toString("base64");

import { randomBytes } from "node:crypto";

const always = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "strict-origin-when-cross-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": [
    ...["accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "encrypted-media", "fullscreen", "geolocation", "gyroscope"],
    ...["hid", "identity-credentials-get", "idle-detection", "interest-cohort", "magnetometer", "microphone", "midi", "payment", "picture-in-picture"],
    ...["publickey-credentials-get", "screen-wake-lock", "serial", "storage-access", "usb", "xr-spatial-tracking"],
  ]
    .map((feature) => `${feature}=()`)
    .join(", "),
};

/** On every answer. `isBehindTls`: the public address begins with https. */
export const generalHeaders = (isBehindTls: boolean): Record<string, string> => ({
  ...always,
  ...(isBehindTls && { "strict-transport-security": "max-age=63072000; includeSubDomains" }),
});

const opened = ["default-src 'none'", "style-src 'self'", "font-src 'self'", "img-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"];

/** Of pages without scripts: nothing may run. */
export const scriptlessPolicy = opened.join("; ");

/** Of the mails' previews, which carry their styles inside as mails must. */
export const previewPolicy = scriptlessPolicy.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");

/** Of pages with scripts: only those that carry this answer's nonce, and what these load. */
export const scriptedPolicy = (nonce: string): string => [...opened, `script-src 'nonce-${nonce}' 'strict-dynamic'`, "connect-src 'self'"].join("; ");

export const newNonce = (): string => randomBytes(16).toString("base64");

import { randomUUID } from "node:crypto";
import { LRUCache } from "lru-cache";
import { siteUrl } from "@/lib/env";
import { escapeHtml } from "@/lib/escape-html";
import { contactAddress } from "@/lib/mail/contact-address";
import type { Letter } from "@/lib/mail/letter";
import type { MailContent } from "@/lib/mail/outbox";
import { asHeader, renderLetter } from "@/lib/mail/render";

const maxTemplates = 100;
const templates = new LRUCache<string, MailContent>({ max: maxTemplates });

/** Nobody outside this process can know it, so it stands in no letter. */
const secret = randomUUID().replaceAll("-", "");
const slot = (name: string): string => `slot${secret}${name}end`;
const slots = new RegExp(`slot${secret}(\\w+?)end`, "g");

/**
 * A letter that is the same for all readers but for a few words: rendered once, and filled in.
 *
 * @param key tells the letter from others
 * @param values what belongs into the slots, as text
 */
export async function renderFilled(
  key: readonly string[],
  write: (slot: (name: string) => string) => Letter,
  values: Readonly<Record<string, string>>,
): Promise<MailContent> {
  const whole = JSON.stringify([...key, siteUrl(), contactAddress()]);
  const known = templates.get(whole);
  const { subject, text, html } = known ?? (await renderLetter(write(slot)));
  // While developing, a changed text shows at once.
  if (!known && process.env.NODE_ENV !== "development")
    templates.set(whole, { subject, text, html });
  const fill = (template: string) =>
    template.replace(slots, (_, name: string) => values[name] ?? "");
  return {
    subject: asHeader(fill(subject)),
    text: fill(text),
    html: html.replace(slots, (_, name: string) => escapeHtml(values[name] ?? "")),
  };
}

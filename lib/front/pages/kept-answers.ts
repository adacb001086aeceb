import type { IncomingMessage } from "node:http";
import { escapeHtml } from "@/lib/escape-html";
import { formOf } from "@/lib/front/requests/inbound";

/** The input that the answers replace in the page `busy-with-answers`. */
export const placeOfAnswers = "kept-answers";

/** @returns how to put the answers into the page as hidden fields; null if it is no form */
export async function keepAnswers(
  { headers }: Pick<IncomingMessage, "headers">,
  body: Buffer,
): Promise<((html: string) => string) | null> {
  const form = await formOf(headers["content-type"], body);
  if (!form) return null;
  const fields = [...form].flatMap(([name, value]) =>
    typeof value === "string" ? [hiddenField(name, value)] : [],
  );
  const place = new RegExp(`<input[^>]*name="${placeOfAnswers}"[^>]*>`);
  return (html) => html.replace(place, () => fields.join(""));
}

const hiddenField = (name: string, value: string): string =>
  `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}"/>`;

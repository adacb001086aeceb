import type { IncomingMessage } from "node:http";
import { escapeHtml } from "@/lib/escape-html";

/** The input that the answers replace in the page `busy-with-answers`. */
export const placeOfAnswers = "kept-answers";

/** @returns how to put the answers into the page as hidden fields; null if it is no form */
export async function keepAnswers(
  { headers }: Pick<IncomingMessage, "headers">,
  body: Buffer,
): Promise<((html: string) => string) | null> {
  const type = headers["content-type"];
  if (!type) return null;
  const form = await new Response(new Uint8Array(body), { headers: { "content-type": type } })
    .formData()
    .catch(() => null);
  if (!form) return null;
  const fields = [...form].flatMap(([name, value]) =>
    typeof value === "string" ? [hiddenField(name, value)] : [],
  );
  const place = new RegExp(`<input[^>]*name="${placeOfAnswers}"[^>]*>`);
  return (html) => html.replace(place, () => fields.join(""));
}

const hiddenField = (name: string, value: string): string =>
  `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}"/>`;

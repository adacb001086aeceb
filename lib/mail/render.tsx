import { LetterDocument } from "@/lib/mail/letter-html";
import { letterAsText } from "@/lib/mail/letter-text";
import type { Letter } from "@/lib/mail/letter";
import type { MailContent } from "@/lib/mail/outbox";

export async function renderLetter(letter: Letter): Promise<MailContent> {
  // Next refuses a static import of this module in server components.
  const { renderToStaticMarkup } = await import("react-dom/server");
  const html = `<!doctype html>${renderToStaticMarkup(<LetterDocument letter={letter} />)}`;
  return { subject: asHeader(letter.subject), text: letterAsText(letter), html };
}

/** Without control characters and direction overrides: prevents header injection by names. */
export const asHeader = (text: string): string =>
  text.replace(/[\p{Cc}\s\u202a-\u202e\u2066-\u2069]+/gu, " ").trim();

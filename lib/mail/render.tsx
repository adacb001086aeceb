import { LetterDocument } from "@/lib/mail/letter-html";
import { letterAsText } from "@/lib/mail/letter-text";
import type { Letter } from "@/lib/mail/letter";
import type { MailContent } from "@/lib/mail/outbox";

/** Makes both bodies of a mail from one letter, so that they cannot say different things. */
export async function renderLetter(letter: Letter): Promise<MailContent> {
  // Next refuses a plain import of this module in server components; imported when needed, it is an
  // ordinary library.
  const { renderToStaticMarkup } = await import("react-dom/server");
  const html = `<!doctype html>${renderToStaticMarkup(<LetterDocument letter={letter} />)}`;
  return { subject: asHeader(letter.subject), text: letterAsText(letter), html };
}

/**
 * One line without control characters or direction overrides: a name in a subject must not become a
 * header.
 */
const asHeader = (text: string): string =>
  text.replace(/[\p{Cc}\s\u202a-\u202e\u2066-\u2069]+/gu, " ").trim();

import { contactAddress } from "@/lib/mail/contact-address";
import { linesOf, type Letter } from "@/lib/mail/letter";
import { translator } from "@/lib/i18n/translator";

/** A letter as plain text: blocks with an empty line between them, each address on a line of its own. */
export function letterAsText(letter: Letter): string {
  const t = translator(letter.locale, "mail.frame");
  const { quotation, action, furtherLink, reference } = letter;
  const blocks = [
    t("sender"),
    letter.heading,
    letter.greeting,
    ...letter.paragraphs,
    quotation && [quotation.introduction, ...linesOf(quotation.words).map((line) => `    ${line}`.trimEnd())].join("\n"),
    `${action.label}:\n${action.url}`,
    reference && t("reference", { reference }),
    furtherLink && `${furtherLink.label}:\n${furtherLink.url}`,
    `-- \n${letter.reason}\n${t("contact", { address: contactAddress() })}`,
  ];
  return `${blocks.filter(Boolean).join("\n\n")}\n`;
}

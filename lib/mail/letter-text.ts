import { contactAddress } from "@/lib/mail/contact-address";
import { linesOf, type Letter, type Quotation } from "@/lib/mail/letter";
import { translator } from "@/lib/i18n/translator";

export function letterAsText(letter: Letter): string {
  const t = translator(letter.locale, "mail.frame");
  const { action, furtherLinks = [], reference } = letter;
  const blocks = [
    t("sender"),
    letter.heading,
    letter.greeting,
    ...letter.paragraphs.map((paragraph) =>
      typeof paragraph === "string" ? paragraph : quotationAsText(paragraph),
    ),
    `${action.label}:\n${action.url}`,
    reference && t("reference", { reference }),
    ...furtherLinks.map(({ label, url }) => `${label}:\n${url}`),
    `-- \n${letter.reason}\n${t("contact", { address: contactAddress() })}`,
  ];
  return `${blocks.filter(Boolean).join("\n\n")}\n`;
}

const quotationAsText = ({ introduction, words }: Quotation): string =>
  `${introduction}\n\n${linesOf(words)
    .map((line) => `    ${line}`.trimEnd())
    .join("\n")}`;

import { CodeBlock } from "@/components/ui/code-block";
import { embedAddress, embedSize, type EmbedSubject } from "@/lib/embed/address";
import { groundNames } from "@/lib/embed/grounds";
import { frameSnippet, pictureSnippet } from "@/lib/embed/snippets";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

type Props = {
  locale: Locale;
  id: string;
  heading: string;
  text: string;
  subject: EmbedSubject;
  /** What it is, as long as what it says may change. */
  title: string;
  /** Where it leads to. */
  page: string;
};

/** One embed on both grounds, with the HTML to copy. */
export function EmbedOffer({ locale, id, heading, text, subject, title, page }: Props) {
  const t = translator(locale, "embedPage");
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <p className="mt-2 mb-5">{text}</p>
      <ul className="space-y-8">
        {groundNames.map((ground) => (
          <li key={ground} className="space-y-2">
            <img
              src={embedAddress(locale, { subject, ground, form: "picture" })}
              {...embedSize}
              alt={title}
              loading="lazy"
              className="h-auto max-w-full"
            />
            <p>{t("frame", { ground })}</p>
            <CodeBlock>{frameSnippet({ locale, subject, ground, title })}</CodeBlock>
            <p>{t("picture", { ground })}</p>
            <CodeBlock>{pictureSnippet({ locale, subject, ground, title }, page)}</CodeBlock>
          </li>
        ))}
      </ul>
    </section>
  );
}

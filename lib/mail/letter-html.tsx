import type { CSSProperties, ReactNode } from "react";
import { directionOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { contactAddress } from "@/lib/mail/contact-address";
import { LayoutTable } from "@/lib/mail/layout-table";
import { linesOf, type Letter, type Quotation } from "@/lib/mail/letter";
import { colours, fontFamily, smallText, styleSheet, text } from "@/lib/mail/letter-style";
import { LetterSender } from "@/lib/mail/letter-sender";

/** One column, no images, no external resources. */
export function LetterDocument({ letter }: { letter: Letter }) {
  const { locale } = letter;
  return (
    <html lang={locale} dir={directionOf(locale)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
        <title>{letter.subject}</title>
        <style dangerouslySetInnerHTML={{ __html: styleSheet }} />
      </head>
      <body className="deep" style={{ margin: 0, padding: 0, backgroundColor: colours.deepPaper }}>
        {/* Webmail drops the html element, so that language and direction stand here again. */}
        <div role="article" aria-label={letter.subject} lang={locale} dir={directionOf(locale)}>
          <LayoutTable width="100%">
            <tr>
              <td
                className="deep"
                align="center"
                style={{ padding: "24px 12px", backgroundColor: colours.deepPaper }}
              >
                <LayoutTable width="100%" style={{ maxWidth: "600px" }}>
                  <LetterSender name={translator(locale, "mail.frame")("sender")} />
                  <tr>
                    <td
                      className="paper"
                      style={{
                        padding: "28px 24px 20px",
                        backgroundColor: colours.paper,
                        border: `1px solid ${colours.line}`,
                        borderTop: 0,
                        borderRadius: "0 0 8px 8px",
                        textAlign: "start",
                      }}
                    >
                      <LetterBody letter={letter} />
                    </td>
                  </tr>
                </LayoutTable>
              </td>
            </tr>
          </LayoutTable>
        </div>
      </body>
    </html>
  );
}

function LetterBody({
  letter: { locale, heading, greeting, paragraphs, action, reference, furtherLinks = [], reason },
}: {
  letter: Letter;
}) {
  const t = translator(locale, "mail.frame");
  return (
    <>
      <h1
        className="ink"
        style={{
          margin: "0 0 20px",
          fontFamily,
          fontSize: "26px",
          lineHeight: "1.25",
          color: colours.ink,
        }}
      >
        {heading}
      </h1>
      <Paragraph>{greeting}</Paragraph>
      {paragraphs.map((paragraph, index) =>
        typeof paragraph === "string" ? (
          <Paragraph key={index}>{paragraph}</Paragraph>
        ) : (
          <QuotedWords key={index} {...paragraph} />
        ),
      )}
      <Button {...action} />
      <SmallParagraph>
        {t("spelledOut")} <Link url={action.url}>{action.url}</Link>
      </SmallParagraph>
      {reference && (
        <p className="ink" style={{ ...text, margin: "24px 0 8px" }}>
          {t("reference", { reference })}
        </p>
      )}
      {furtherLinks.map(({ label, url }) => (
        <Paragraph key={url}>
          <Link url={url}>{label}</Link>
        </Paragraph>
      ))}
      <div
        className="soft"
        style={{ marginTop: "24px", paddingTop: "16px", borderTop: `1px solid ${colours.line}` }}
      >
        <SmallParagraph>{reason}</SmallParagraph>
        <SmallParagraph>{t("contact", { address: contactAddress() })}</SmallParagraph>
      </div>
    </>
  );
}

function QuotedWords({ introduction, words }: Quotation) {
  const lines = linesOf(words).flatMap((line, index) =>
    index ? [<br key={index} />, line] : [line],
  );
  return (
    <>
      <Paragraph>{introduction}</Paragraph>
      <blockquote
        className="quotation"
        style={{
          margin: "0 0 16px",
          padding: "12px 16px",
          backgroundColor: colours.deepPaper,
          borderInlineStart: `4px solid ${colours.accent}`,
        }}
      >
        <p className="ink" dir="auto" style={{ ...text, margin: 0 }}>
          {lines}
        </p>
      </blockquote>
    </>
  );
}

function Button({ label, url }: Letter["action"]) {
  const buttonStyle: CSSProperties = {
    ...text,
    display: "inline-block",
    margin: 0,
    padding: "12px 22px",
    lineHeight: "1.3",
    fontWeight: 700,
    color: colours.onAccent,
    backgroundColor: colours.accent,
    borderRadius: "4px",
    textDecoration: "none",
  };
  return (
    <LayoutTable style={{ margin: "24px 0 12px" }}>
      <tr>
        <td
          className="button"
          style={{
            backgroundColor: colours.accent,
            border: `2px solid ${colours.accent}`,
            borderRadius: "6px",
          }}
        >
          <a href={url} style={buttonStyle}>
            {label}
          </a>
        </td>
      </tr>
    </LayoutTable>
  );
}

function Link({ url, children }: { url: string; children: ReactNode }) {
  return (
    <a className="link" href={url} style={{ color: colours.accent }}>
      {children}
    </a>
  );
}

const Paragraph = ({ children }: { children: ReactNode }) => (
  <p className="ink" style={text}>
    {children}
  </p>
);

const SmallParagraph = ({ children }: { children: ReactNode }) => (
  <p className="soft" style={smallText}>
    {children}
  </p>
);

import type { CSSProperties, ReactNode } from "react";
import { directionOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { contactAddress } from "@/lib/mail/contact-address";
import { linesOf, type Letter, type Quotation } from "@/lib/mail/letter";

// Mail programs know little CSS: light colours stand on the elements, dark ones come from the one style sheet
// where it is understood, and without any of it the mail is still in its right order.
const ink = "#15172b";
const softInk = "#4a4d63";
const paper = "#fdfbf6";
const deepPaper = "#f3eee2";
const line = "#dcd6c8";
const accent = "#2b3fd1";
const fontFamily = "'Atkinson Hyperlegible Next', 'Atkinson Hyperlegible', Verdana, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

const darkColours = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .deep { background-color: #0c0d16 !important; }
  .paper { background-color: #12131f !important; border-color: #34374d !important; }
  .ink { color: #f3f0e8 !important; }
  .soft { color: #bdbbb6 !important; border-color: #34374d !important; }
  .quotation { background-color: #1d1f30 !important; border-color: #a9b5ff !important; }
  .link { color: #a9b5ff !important; }
  .button { background-color: #a9b5ff !important; }
  .button a { color: #12131f !important; }
}`;

const text: CSSProperties = { margin: "0 0 16px", fontFamily, fontSize: "17px", lineHeight: "1.55", color: ink };
const small: CSSProperties = { ...text, margin: "0 0 8px", fontSize: "14px", color: softInk };
const linkStyle: CSSProperties = { color: accent, overflowWrap: "anywhere", wordBreak: "break-word" };

const Paragraph = ({ children }: { children: ReactNode }) => <p className="ink" style={text}>{children}</p>;

const Small = ({ children }: { children: ReactNode }) => <p className="soft" style={small}>{children}</p>;

const Link = ({ url, children }: { url: string; children: ReactNode }) => <a className="link" href={url} style={linkStyle}>{children}</a>;

/** Tables here are only layout, which the older mail programs need. */
function Table({ children, style, width = "100%" }: { children: ReactNode; style?: CSSProperties; width?: string }) {
  return (
    <table role="presentation" width={width} cellPadding={0} cellSpacing={0} border={0} style={{ borderCollapse: "separate", ...style }}>
      <tbody>{children}</tbody>
    </table>
  );
}

function Button({ label, url }: Letter["action"]) {
  return (
    <Table width="auto" style={{ margin: "24px 0 12px" }}>
      <tr>
        <td className="button" style={{ backgroundColor: accent, borderRadius: "6px" }}>
          <a href={url} style={{ display: "inline-block", padding: "14px 24px", fontFamily, fontSize: "17px", lineHeight: "1.3", fontWeight: 700, color: "#ffffff", textDecoration: "none" }}>
            {label}
          </a>
        </td>
      </tr>
    </Table>
  );
}

function QuotedParagraphs({ introduction, words }: Quotation) {
  return (
    <>
      <Paragraph>{introduction}</Paragraph>
      <blockquote className="quotation" style={{ margin: "0 0 16px", padding: "12px 16px", backgroundColor: deepPaper, borderInlineStart: `4px solid ${accent}` }}>
        <p className="ink" style={{ ...text, margin: 0 }} dir="auto">
          {linesOf(words).flatMap((words, index) => (index ? [<br key={index} />, words] : [words]))}
        </p>
      </blockquote>
    </>
  );
}

/** A letter as an HTML document: one column, no image, nothing fetched from anywhere. */
export function LetterDocument({ letter }: { letter: Letter }) {
  const { locale, action, furtherLink, reference } = letter;
  const t = translator(locale, "mail.frame");
  const address = contactAddress();
  return (
    <html lang={locale} dir={directionOf(locale)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
        <title>{letter.subject}</title>
        <style dangerouslySetInnerHTML={{ __html: darkColours }} />
      </head>
      <body className="deep" style={{ margin: 0, padding: 0, backgroundColor: deepPaper }}>
        <Table>
          <tr>
            <td className="deep" align="center" style={{ padding: "24px 12px", backgroundColor: deepPaper }}>
              <Table style={{ maxWidth: "600px" }}>
                <tr>
                  <td className="paper" align={directionOf(locale) === "rtl" ? "right" : "left"} style={{ padding: "28px 24px 20px", backgroundColor: paper, border: `1px solid ${line}`, borderRadius: "8px" }}>
                    <p className="soft" style={{ ...small, margin: "0 0 20px", fontWeight: 700 }}>{t("sender")}</p>
                    <h1 className="ink" style={{ margin: "0 0 20px", fontFamily, fontSize: "26px", lineHeight: "1.25", color: ink }}>{letter.heading}</h1>
                    <Paragraph>{letter.greeting}</Paragraph>
                    {letter.paragraphs.map((paragraph, index) =>
                      typeof paragraph === "string" ? <Paragraph key={index}>{paragraph}</Paragraph> : <QuotedParagraphs key={index} {...paragraph} />,
                    )}
                    <Button {...action} />
                    <Small>{t("spelledOut")} <Link url={action.url}>{action.url}</Link></Small>
                    {reference && <p className="ink" style={{ ...text, margin: "24px 0 8px" }}>{t("reference", { reference })}</p>}
                    {furtherLink && <Paragraph><Link url={furtherLink.url}>{furtherLink.label}</Link></Paragraph>}
                    <div className="soft" style={{ marginTop: "24px", paddingTop: "16px", borderTop: `1px solid ${line}` }}>
                      <Small>{letter.reason}</Small>
                      <Small>{t("contact", { address })}</Small>
                    </div>
                  </td>
                </tr>
              </Table>
            </td>
          </tr>
        </Table>
      </body>
    </html>
  );
}

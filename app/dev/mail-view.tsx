import type { MailContent } from "@/lib/mail/outbox";

/** A mail as its reader gets it: as HTML, closed off from this page, and as plain text. */
export function MailView({ mail }: { mail: Pick<MailContent, "html" | "text"> }) {
  return (
    <>
      <h2 className="mt-10 mb-3">As HTML</h2>
      <iframe
        title="The mail as HTML"
        sandbox="allow-top-navigation-by-user-activation"
        srcDoc={openingLinksHere(mail.html)}
        className="h-[44rem] w-full resize-y rounded-md border border-line"
      />
      <h2 className="mt-10 mb-3">As plain text</h2>
      <pre className="rounded-md border border-line bg-paper-deep p-4 whitespace-pre-wrap">
        {mail.text.split(/(https?:\/\/\S+)/).map(asLink)}
      </pre>
    </>
  );
}

/** Links leave the frame, as they leave a mail program. */
const openingLinksHere = (html: string): string =>
  html.replace("<head>", '<head><base target="_top"/>');

/** Every second part is an address: see the split. */
const asLink = (part: string, index: number) =>
  index % 2 ? (
    <a key={index} href={part}>
      {part}
    </a>
  ) : (
    part
  );

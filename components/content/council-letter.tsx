import { ButtonLink } from "@/components/ui/button";
import { mailtoOf, type CouncilLetter as Letter } from "@/lib/content/council-letter";

/** The words of the request, to copy or to open in a mail program; neither needs a script. */
export function CouncilLetter({
  letter,
  label,
  open,
}: {
  letter: Letter;
  label: string;
  open: string;
}) {
  return (
    <figure className="rounded-md border-2 border-ink bg-paper-deep print:break-inside-avoid">
      <figcaption className="border-b border-line px-5 py-3 font-bold">{label}</figcaption>
      <div className="space-y-4 px-5 py-5 wrap-anywhere">
        <p className="font-bold">{letter.subject}</p>
        {letter.paragraphs.map((paragraph) => (
          <p key={paragraph} className="whitespace-pre-line">
            {paragraph}
          </p>
        ))}
      </div>
      <p className="px-5 pb-5 print:hidden">
        <ButtonLink href={mailtoOf(letter)}>{open}</ButtonLink>
      </p>
    </figure>
  );
}

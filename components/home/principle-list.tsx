import { principleColours } from "@/components/content/principle-colours";
import type { Principle } from "@/lib/content/schema";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";

type Props = { locale: Locale; principles: (Principle & { slug: string })[] };

/** The five principles by their full names, each in its colour. */
export function PrincipleList({ locale, principles }: Props) {
  return (
    <ol className="border-t-2 border-ink">
      {principles.map(({ slug, number, title }) => (
        <li key={slug} className={`border-b-2 ${principleColours[number].border}`}>
          <a href={href(locale, `/principles/${slug}`)} className="group flex items-baseline gap-4 py-4 text-ink no-underline hover:text-ink sm:gap-8">
            <span aria-hidden="true" className={`w-8 shrink-0 text-4xl leading-none font-extrabold sm:w-14 sm:text-5xl ${principleColours[number].text}`}>
              {number}
            </span>
            <span className="text-xl leading-snug font-bold group-hover:underline sm:text-2xl">{title}</span>
          </a>
        </li>
      ))}
    </ol>
  );
}

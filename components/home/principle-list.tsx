import { principleColours } from "@/components/content/principle-colours";
import { PrincipleNumber } from "@/components/content/principle-number";
import { PrinciplePicture } from "@/components/content/principle-picture";
import type { Principle } from "@/lib/content/schema";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";

type Props = { locale: Locale; principles: (Principle & { slug: string })[] };

export function PrincipleList({ locale, principles }: Props) {
  return (
    <ol className="grid gap-x-6 lg:grid-cols-5">
      {principles.map(({ slug, number, title }) => (
        <li key={slug} className={`grid border-t-6 ${principleColours[number].border}`}>
          <a
            href={href(locale, `/principles/${slug}`)}
            className="group flex items-start gap-5 pt-4 pb-6 text-ink no-underline hover:text-ink lg:block lg:pb-2"
          >
            <PrinciplePicture number={number} className="size-14 shrink-0 lg:size-20" />
            <span className="block text-lg/snug font-bold text-pretty hyphens-auto wrap-anywhere group-hover:underline lg:mt-5">
              <PrincipleNumber number={number} />
              {title}
            </span>
          </a>
        </li>
      ))}
    </ol>
  );
}

import type { MDXComponents } from "mdx/types";
import type { ComponentProps } from "react";
import { BreakableAddress } from "@/components/ui/breakable-address";
import type { Entry } from "@/lib/content/mdx";
import { href } from "@/lib/i18n/href";
import { languageOf, type Locale } from "@/lib/i18n/locales";

type Props = {
  locale: Locale;
  entry: Entry<unknown>;
  /** What the text may use beside plain elements. */
  components?: MDXComponents;
  /** What the text reads as `props.values`. */
  values?: Readonly<Record<string, string | number>>;
  className?: string;
};

/**
 * Running text from an MDX file. Its links to pages of the site, written as `/cities`, lead to the
 * visitor's language; a text that is not translated yet says in which language it is.
 */
export function Prose({ locale, entry, components, values, className = "prose" }: Props) {
  const { Body } = entry;
  return (
    <div className={className} {...languageOf(entry.locale, locale)}>
      <Body
        values={values}
        components={{
          a: (link: ComponentProps<"a">) => <ProseLink locale={locale} {...link} />,
          ...components,
        }}
      />
    </div>
  );
}

function ProseLink({
  locale,
  href: address,
  children,
  ...link
}: ComponentProps<"a"> & { locale: Locale }) {
  return (
    <a {...link} href={localised(locale, address)}>
      {typeof children === "string" && /^\S+[@/]\S+$/.test(children) ? (
        <BreakableAddress>{children}</BreakableAddress>
      ) : (
        children
      )}
    </a>
  );
}

const localised = (locale: Locale, address?: string) =>
  address?.startsWith("/") ? href(locale, address as `/${string}`) : address;

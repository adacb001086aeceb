import type { Metadata } from "next";
import type { ComponentProps, ReactNode } from "react";
import { currentLocale } from "@/app/[locale]/locale";
import { pageMetadata } from "@/app/[locale]/metadata";
import { Prose } from "@/components/content/prose";
import { MailAddress } from "@/components/ui/mail-address";
import { PageHeader } from "@/components/ui/page-header";
import { getPage } from "@/lib/content/queries";
import { readPublicAddresses } from "@/lib/settings/public-addresses";

/**
 * Metadata of a page whose text is `content/<locale>/pages/<slug>.mdx` and whose address is
 * `/<slug>`.
 */
export async function contentPageMetadata(slug: string): Promise<Metadata> {
  const locale = await currentLocale();
  const { title, description } = await getPage(locale, slug);
  return pageMetadata(locale, `/${slug}`, { title, description });
}

type Props = Pick<ComponentProps<typeof Prose>, "components" | "values" | "className"> & {
  slug: string;
  children?: ReactNode;
};

/**
 * Such a page. Its text may use `<ContactAddress />` and the components it is given; children stand
 * before the text.
 */
export async function ContentPage({ slug, components, children, ...prose }: Props) {
  const locale = await currentLocale();
  const page = await getPage(locale, slug);
  return (
    <>
      <PageHeader title={page.title} lead={page.description} />
      {children}
      <Prose
        locale={locale}
        entry={page}
        components={{ ContactAddress, ...components }}
        {...prose}
      />
    </>
  );
}

async function ContactAddress() {
  return <MailAddress>{(await readPublicAddresses()).contact}</MailAddress>;
}

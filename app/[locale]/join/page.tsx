import type { Metadata } from "next";
import { JoinForm } from "@/app/[locale]/join/join-form";
import { currentLocale } from "@/app/[locale]/locale";
import { pageMetadata } from "@/app/[locale]/metadata";
import { newJoinState } from "@/lib/applications/join-state";
import { getDeclaration } from "@/lib/content/queries";
import { href } from "@/lib/i18n/href";
import { messagesOf, translator } from "@/lib/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  const locale = await currentLocale();
  const t = translator(locale, "join");
  // The form names its step itself.
  return {
    ...pageMetadata(locale, "/join", { title: t("title"), description: t("description") }),
    title: null,
  };
}

export default async function JoinPage() {
  const locale = await currentLocale();
  const { join, errors, checklist, site } = messagesOf(locale);
  const { version } = await getDeclaration(locale);
  const links = {
    join: href(locale, "/join"),
    joining: href(locale, "/joining"),
    contact: href(locale, "/contact"),
    declaration: href(locale, "/declaration"),
  };
  const messages = { join, errors, checklist };
  return (
    <JoinForm
      locale={locale}
      messages={messages}
      initial={newJoinState()}
      links={links}
      siteName={site.name}
      declarationVersion={version}
    />
  );
}

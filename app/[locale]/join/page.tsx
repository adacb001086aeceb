import type { Metadata } from "next";
import { JoinForm } from "@/app/[locale]/join/join-form";
import { joinFormProps } from "@/app/[locale]/join/join-form-props";
import { currentLocale } from "@/app/[locale]/locale";
import { pageMetadata } from "@/app/[locale]/metadata";
import { newJoinState } from "@/lib/applications/join-state";
import { translator } from "@/lib/i18n/translator";

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
  return <JoinForm {...await joinFormProps(await currentLocale())} initial={newJoinState()} />;
}

import { ApplyLinks } from "@/app/[locale]/apply-links";
import { ContentPage, contentPageMetadata } from "@/app/[locale]/content-page";
import { currentLocale } from "@/app/[locale]/locale";
import { Checklist } from "@/components/content/checklist";
import { retentionDays } from "@/lib/applications/receipt";
import { listChecklist } from "@/lib/content/checklist";

export const generateMetadata = () => contentPageMetadata("joining");

export default async function JoiningPage() {
  const sections = listChecklist(await currentLocale());
  return (
    <ContentPage
      slug="joining"
      className="prose max-w-none *:max-w-text"
      values={{ unconfirmedDays: retentionDays.unconfirmed }}
      components={{ ApplyLinks, Checklist: () => <Checklist sections={sections} /> }}
    />
  );
}

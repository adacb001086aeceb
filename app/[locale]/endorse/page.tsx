import { ApplyLinks } from "@/app/[locale]/apply-links";
import { ContentPage, contentPageMetadata } from "@/app/[locale]/content-page";
import { Door, DoorLinks } from "@/app/[locale]/endorse/doors";
import { currentLocale } from "@/app/[locale]/locale";
import { CouncilLetter } from "@/components/content/council-letter";
import { writeCouncilLetter } from "@/lib/content/council-letter";
import { translator } from "@/lib/i18n/translator";

export const generateMetadata = () => contentPageMetadata("endorse");

export default async function EndorsePage() {
  const locale = await currentLocale();
  const t = translator(locale, "endorse");
  const letter = await writeCouncilLetter(locale);
  const Letter = () => <CouncilLetter letter={letter} label={t("letter")} open={t("openMail")} />;
  return (
    <ContentPage
      slug="endorse"
      className="grid items-start gap-x-16 gap-y-14 lg:grid-cols-[3fr_2fr]"
      components={{ Door, CouncilLetter: Letter, ApplyLinks: () => <ApplyLinks withJoining /> }}
    >
      <DoorLinks />
    </ContentPage>
  );
}

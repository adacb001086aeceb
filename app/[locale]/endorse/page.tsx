import { ApplyLinks } from "@/app/[locale]/apply-links";
import { ContentPage, contentPageMetadata } from "@/app/[locale]/content-page";
import { Door, DoorLinks } from "@/app/[locale]/endorse/doors";
import { currentLocale } from "@/app/[locale]/locale";
import { PlaceSearch } from "@/components/places/place-search";
import { CouncilLetter } from "@/components/content/council-letter";
import { formatCouncilLetter } from "@/lib/content/council-letter";
import { href } from "@/lib/i18n/href";
import { translator } from "@/lib/i18n/translator";

export const generateMetadata = () => contentPageMetadata("endorse");

export default async function EndorsePage() {
  const locale = await currentLocale();
  const t = translator(locale, "endorse");
  const letter = await formatCouncilLetter(locale);
  const Letter = () => <CouncilLetter letter={letter} label={t("letter")} open={t("openMail")} />;
  return (
    <ContentPage
      slug="endorse"
      className="grid items-start gap-x-16 gap-y-14 lg:grid-cols-[3fr_2fr]"
      components={{
        Door,
        CitySearch,
        CouncilLetter: Letter,
        ApplyLinks: () => <ApplyLinks withJoining />,
      }}
    >
      <DoorLinks />
    </ContentPage>
  );
}

/** The search for the city begins here and goes on at the form. */
async function CitySearch() {
  const locale = await currentLocale();
  const t = translator(locale, "endorseForm");
  return (
    <PlaceSearch
      action={href(locale, "/endorse/ask")}
      query=""
      texts={{ label: t("query"), hint: t("queryHint"), search: t("search") }}
    />
  );
}

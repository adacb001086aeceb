import type { ReactElement } from "react";
import { oneAtATime, png } from "@/app/png";
import { nightPicture } from "@/components/cards/night-picture";
import { SocialCard } from "@/components/cards/social-card";
import { LoneCityMark } from "@/components/cities/city-mark";
import { PrinciplePicture } from "@/components/content/principle-picture";
import { Skyline } from "@/components/home/skyline";
import { Logo } from "@/components/site/logo";
import { cardSize, type Card } from "@/lib/cards/card";
import { cardFontFamily, cardFonts, writable } from "@/lib/cards/fonts";
import { cityMark } from "@/lib/cities/city-mark";

/**
 * Draws a card as PNG.
 * @param sender the site's name in the language of the page
 */
export const drawCard = (card: Card, sender: string): Promise<Buffer> =>
  oneAtATime(async () => png(await cardOf(card, sender), { ...cardSize, fonts: cardFonts }));

async function cardOf(
  { above, title, below, picture }: Card,
  sender: string,
): Promise<ReactElement> {
  const texts = {
    sender: writable(sender),
    above: writable(above),
    title: writable(title),
    below: below.map(writable).filter((line) => line !== undefined),
  };
  const mark = await nightPicture(<Logo />);
  return (
    <SocialCard
      {...texts}
      mark={mark}
      picture={await draughtOf(picture)}
      fontFamily={cardFontFamily}
    />
  );
}

async function draughtOf(picture: Card["picture"]) {
  switch (picture.kind) {
    case "skyline":
      return {
        source: await nightPicture(
          <Skyline signatories={picture.signatories} goal={picture.goal} label="" />,
        ),
        width: 470,
        height: 199,
        isSkyline: true,
      };
    case "principle":
      return {
        source: await nightPicture(<PrinciplePicture number={picture.number} />),
        width: 300,
        height: 300,
        isSkyline: false,
      };
    case "cityMark":
      return {
        source: await nightPicture(<LoneCityMark mark={cityMark(picture.city)} />),
        width: 340,
        height: 340,
        isSkyline: true,
      };
    case "mark":
      return { source: await nightPicture(<Logo />), width: 340, height: 280, isSkyline: true };
  }
}

import { setImmediate as turn } from "node:timers/promises";
import { ImageResponse } from "next/og";
import { nightPicture } from "@/components/cards/night-picture";
import { SocialCard } from "@/components/cards/social-card";
import { PrinciplePicture } from "@/components/content/principle-picture";
import { Skyline } from "@/components/home/skyline";
import { Logo } from "@/components/site/logo";
import { cardSize, type Card } from "@/lib/cards/card";
import { cardFontFamily, cardFonts, writable } from "@/lib/cards/fonts";
import { campaignGoal } from "@/lib/cities/campaign";

let latest: Promise<unknown> = Promise.resolve();

/**
 * Draws a card as PNG. One at a time, and what else waits comes first: drawing keeps the whole
 * process busy.
 * @param sender the site's name in the language of the page
 */
export function drawCard(card: Card, sender: string): Promise<Buffer> {
  const drawn = latest.then(() => turn()).then(() => draw(card, sender));
  latest = drawn.catch(() => undefined);
  return drawn;
}

async function draw({ above, title, below, picture }: Card, sender: string): Promise<Buffer> {
  const texts = {
    sender: writable(sender),
    above: writable(above),
    title: writable(title),
    below: below.map(writable).filter((line) => line !== undefined),
  };
  const mark = await nightPicture(<Logo />);
  const card = (
    <SocialCard
      {...texts}
      mark={mark}
      picture={await draughtOf(picture)}
      fontFamily={cardFontFamily}
    />
  );
  return Buffer.from(
    await new ImageResponse(card, { ...cardSize, fonts: cardFonts }).arrayBuffer(),
  );
}

async function draughtOf(picture: Card["picture"]) {
  switch (picture.kind) {
    case "skyline":
      return {
        source: await nightPicture(
          <Skyline signatories={picture.signatories} goal={campaignGoal} label="" />,
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
    case "mark":
      return { source: await nightPicture(<Logo />), width: 340, height: 280, isSkyline: true };
  }
}

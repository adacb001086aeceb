import type { ReactElement } from "react";
import { night, nightTowers } from "@/lib/night";

const fills = nightTowers.map(
  ({ colour }, index) =>
    `.fill-principle-${index + 1}{fill:${colour}}.text-principle-${index + 1}{fill:${colour}}`,
);
const style = `<style>.fill-night{fill:${night.ground}}${fills.join("")}</style>`;

/**
 * One of the site's own pictures as the address of an image, with the colours that the style sheet
 * gives it by night.
 */
export async function nightPicture(picture: ReactElement): Promise<string> {
  return `data:image/svg+xml;base64,${Buffer.from(await svgFile(picture, style)).toString("base64")}`;
}

/** One of the site's own pictures as an SVG file. */
export async function svgFile(picture: ReactElement, inside = ""): Promise<string> {
  // Next refuses a plain import of this module in what runs on the server alone; imported when
  // needed, it is an ordinary library.
  const { renderToStaticMarkup } = await import("react-dom/server");
  return renderToStaticMarkup(picture).replace(
    /^<svg ([^>]*)>/,
    `<svg xmlns="http://www.w3.org/2000/svg" $1>${inside}`,
  );
}

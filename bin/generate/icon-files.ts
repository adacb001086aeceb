import { ImageResponse } from "next/og";
import { createElement } from "react";
import { maskableIcon, tabIcon, touchIcon } from "@/bin/generate/icon-drawing";
import { drawLogo, logoInks, logoShapes } from "@/bin/generate/logo-drawing";
import { drawMemberBadge } from "@/bin/generate/member-badge-drawing";
import { packIcon } from "@/bin/generate/pack-icon";

/**
 * Every icon of the site, the badge of its members and the logo, by its place in the repository:
 * `app/icons.ts` and the manifest name the icons, `lib/press/logo-files.ts` the logo.
 */
export async function makeIconFiles(): Promise<Record<string, Buffer>> {
  const inTab = await Promise.all(
    [16, 32, 48].map(async (side) => ({ side, png: await asIcon(tabIcon, side) })),
  );
  return {
    "public/icon.svg": Buffer.from(tabIcon),
    "public/favicon.ico": packIcon(inTab),
    "public/apple-icon.png": await asIcon(touchIcon, 180),
    "public/icon-192.png": await asIcon(tabIcon, 192),
    "public/icon-512.png": await asIcon(tabIcon, 512),
    "public/icon-maskable-512.png": await asIcon(maskableIcon, 512),
    "public/member-badge-dark.svg": Buffer.from(drawMemberBadge("dark")),
    "public/member-badge-light.svg": Buffer.from(drawMemberBadge("light")),
    ...(await makeLogoFiles()),
  };
}

const enlargedForPrint = 3;

async function makeLogoFiles(): Promise<Record<string, Buffer>> {
  const files: Record<string, Buffer> = {};
  for (const shape of logoShapes) {
    for (const ink of logoInks) {
      const { svg, width, height } = drawLogo(shape, ink);
      const name = `public/logo/${shape}-${ink}`;
      files[`${name}.svg`] = Buffer.from(svg);
      files[`${name}.png`] = await asPng(svg, width * enlargedForPrint, height * enlargedForPrint);
    }
  }
  return files;
}

const asIcon = (svg: string, side: number) => asPng(svg, side, side);

async function asPng(svg: string, width: number, height: number): Promise<Buffer> {
  const src = `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;
  const image = new ImageResponse(createElement("img", { src, width, height }), { width, height });
  return Buffer.from(await image.arrayBuffer());
}

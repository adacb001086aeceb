import { ImageResponse } from "next/og";
import { createElement } from "react";
import { maskableIcon, tabIcon, touchIcon } from "@/bin/generate/icon-drawing";
import { drawMemberBadge } from "@/bin/generate/member-badge-drawing";
import { packIcon } from "@/bin/generate/pack-icon";

/**
 * Every icon of the site and the badge of its members, by its place in the repository:
 * `app/icons.ts` and the manifest name the icons.
 */
export async function makeIconFiles(): Promise<Record<string, Buffer>> {
  const inTab = await Promise.all(
    [16, 32, 48].map(async (side) => ({ side, png: await asPng(tabIcon, side) })),
  );
  return {
    "public/icon.svg": Buffer.from(tabIcon),
    "public/favicon.ico": packIcon(inTab),
    "public/apple-icon.png": await asPng(touchIcon, 180),
    "public/icon-192.png": await asPng(tabIcon, 192),
    "public/icon-512.png": await asPng(tabIcon, 512),
    "public/icon-maskable-512.png": await asPng(maskableIcon, 512),
    "public/member-badge-dark.svg": Buffer.from(drawMemberBadge("dark")),
    "public/member-badge-light.svg": Buffer.from(drawMemberBadge("light")),
  };
}

async function asPng(svg: string, side: number): Promise<Buffer> {
  const src = `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;
  const image = new ImageResponse(createElement("img", { src, width: side, height: side }), {
    width: side,
    height: side,
  });
  return Buffer.from(await image.arrayBuffer());
}

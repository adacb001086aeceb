import { setImmediate as turn } from "node:timers/promises";
import type { ReactElement } from "react";
import { ImageResponse } from "next/og";

let latest: Promise<unknown> = Promise.resolve();

/** What else waits comes first: drawing keeps the whole process busy. */
export function oneAtATime<Drawn>(draw: () => Promise<Drawn>): Promise<Drawn> {
  const drawn = latest.then(() => turn()).then(draw);
  latest = drawn.catch(() => undefined);
  return drawn;
}

type Options = ConstructorParameters<typeof ImageResponse>[1];

export const png = async (picture: ReactElement, options: Options): Promise<Buffer> =>
  Buffer.from(await new ImageResponse(picture, options).arrayBuffer());

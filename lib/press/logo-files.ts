import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Made by `npm run generate:icons`. */
const folder = join(/* turbopackIgnore: true */ process.cwd(), "public", "logo");

let remembered: Record<string, Buffer> | undefined;

/** The logo and its mark in every form, by names such as `logo-on-light.svg`. */
export const readLogoFiles = (): Record<string, Buffer> =>
  (remembered ??= Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name))]),
  ));

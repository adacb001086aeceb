import localFont from "next/font/local";

// Files of `npm run generate:fonts`. Atkinson Hyperlegible Next, made by the Braille Institute to
// be read by everyone (SIL Open Font License). Where it comes late, the page stays as it is and the
// next one has it: nothing moves under a reader. Scripts that it does not have are set in the
// reader's own fonts.

const latin = localFont({
  src: "./fonts/latin.woff2",
  weight: "400 700",
  variable: "--font-latin",
  display: "optional",
});

/** The letters of Łódź and İstanbul: fetched only for a page that has some. */
const latinExtended = localFont({
  src: "./fonts/latin-extended.woff2",
  weight: "400 700",
  variable: "--font-latin-extended",
  display: "optional",
  preload: false,
  // Without a stand-in of its own: it would come before the other font.
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1E00-1E9F,U+1EF2-1EFF,U+20A0-20AB,U+20AD-20C0",
    },
  ],
});

/**
 * The zero of large figures, without the slash that tells it from an O in running text. It is as
 * wide as the other: nothing moves when it comes late.
 */
const unslashedZero = localFont({
  src: [
    { path: "./fonts/unslashed-zero-400.woff2", weight: "400" },
    { path: "./fonts/unslashed-zero-700.woff2", weight: "700" },
  ],
  variable: "--font-unslashed-zero",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: "unicode-range", value: "U+30" }],
});

/** For the `html` element: the names of the site's fonts, which the style sheet reads. */
export const fontVariables = [latin, latinExtended, unslashedZero]
  .map(({ variable }) => variable)
  .join(" ");
